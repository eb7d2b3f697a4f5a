import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import { buildAssets } from "./release/assets.js";

const USAGE = `npm run release:assets
  Builds the files of a release into release/: the npm packages, the packages for other languages, the SBOM and the
  digests of all.`;

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

await script(
  USAGE,
  () => false,
  async () => {
    for (const { path, content } of await buildAssets(root(""), root("release/"))) {
      console.log(`release/${path}  ${content.length}`);
    }
    return true;
  },
);
