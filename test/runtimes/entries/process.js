import * as api from "livekit-claims";
import { report } from "./report.js";

await report(api);
