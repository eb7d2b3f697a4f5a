import { roundTrip } from "./round-trip.js";

process.stdout.write(await roundTrip());
