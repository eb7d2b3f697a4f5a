import { roundTrip } from "./round-trip.js";

const answer = document.createElement("p");
answer.id = "answer";
answer.textContent = await roundTrip();
document.body.append(answer);
