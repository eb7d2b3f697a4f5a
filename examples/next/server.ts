import { createLiveKit, type LiveKit } from "./livekit/livekit.ts";

let livekit: LiveKit | undefined;

/** Reads the environment with the first request: while the app is built, the keys need not be there. */
export function getLiveKit(): LiveKit {
  livekit ??= createLiveKit(process.env);
  return livekit;
}
