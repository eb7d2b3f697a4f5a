import { join } from "node:path";
import { cacheFolder } from "../process/cache-folder.js";

/** The folder of the tools that these suites install. It may be deleted at any time. */
export const CACHE = join(cacheFolder(), "runtimes");
