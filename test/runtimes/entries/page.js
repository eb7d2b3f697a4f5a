import * as api from "livekit-claims";
import { behave } from "./behave.js";
import { vectors } from "./vectors.js";

const answer = document.createElement("pre");
answer.id = "answer";
answer.textContent = JSON.stringify(await behave({ api, vectors, noCodeGeneration: true }));
document.body.append(answer);
