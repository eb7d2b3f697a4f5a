import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where downloads and builds are kept between runs, outside of the checkout so that a fresh one finds them:
 * LIVEKIT_CLAIMS_CACHE, or livekit-claims in the user's folder of caches.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.LIVEKIT_CLAIMS_CACHE) return env.LIVEKIT_CLAIMS_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "livekit-claims");
}
