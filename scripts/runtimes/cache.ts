import { join } from "node:path";
import { cacheFolder } from "../process/cache-folder.js";

/** Where what these suites install is kept from run to run. It may be deleted at any time. */
export const CACHE = join(cacheFolder(), "runtimes");
