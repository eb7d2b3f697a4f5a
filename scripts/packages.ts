import { fileURLToPath } from "node:url";
import { buildPackages, PACKAGE_IDS, type PackageId, writePackages } from "./packages/build.js";
import { script } from "./process/script.js";

const USAGE = `npm run packages [-- ${PACKAGE_IDS.join(" | ")}]
  builds the packages of bundles and vectors for other languages, or one of them, into packages/`;

const folder = fileURLToPath(new URL("../packages/", import.meta.url));

await script(
  USAGE,
  (option) => PACKAGE_IDS.some((id) => id === option),
  async (option) => {
    const packages = await buildPackages(option === undefined ? PACKAGE_IDS : [option as PackageId]);
    await writePackages(folder, packages);
    for (const { path, content } of packages) console.log(`packages/${path} ${content.length}`);
    return true;
  },
);
