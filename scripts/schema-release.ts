import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import { releaseSchemas } from "./release/release-schemas.js";

const USAGE = `npm run schema:release [-- --check | --publish]
  Stores the bundles of the version in package.json, as published, in schema/protocol/releases/.
  --check    write nothing; fail when the schemas have changed since the last version and CHANGELOG.md has no entry
             under "Unreleased", or when a raised version is not ready to publish. Before the first release, no
             bundles need to be stored
  --publish  write nothing; fail when the version is lower than the changes since the last release require, when
             CHANGELOG.md has no entry for it, or when its bundles differ from the stored ones`;

const ROOT = fileURLToPath(new URL("../", import.meta.url));

await script(
  USAGE,
  (option) => ["--check", "--publish"].includes(option),
  async (option) => {
    const { problems, outcome } = await releaseSchemas(ROOT, option as "--check" | "--publish" | undefined);
    for (const problem of problems) console.error(problem);
    if (outcome !== undefined) console.log(outcome);
    return problems.length === 0;
  },
);
