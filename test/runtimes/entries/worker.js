import * as api from "livekit-claims";
import { behave } from "./behave.js";
import { vectors } from "./vectors.js";

export default {
  fetch: async () => Response.json(await behave({ api, vectors, noCodeGeneration: true })),
};
