import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Returns the folder for downloads and builds: `LIVEKIT_CLAIMS_CACHE`, or livekit-claims in the user's cache folder.
 * It is outside the repository, so that a fresh checkout reuses it.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.LIVEKIT_CLAIMS_CACHE) return env.LIVEKIT_CLAIMS_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "livekit-claims");
}
