import { download } from "./process/run.js";
import { script } from "./process/script.js";

const ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";

const USAGE = `npm run workflows
  Checks .github/workflows with actionlint, which Go builds.`;

await script(
  USAGE,
  () => false,
  async () => {
    console.log((await download("go", ["run", ACTIONLINT, "-color"])) || "actionlint found no errors");
    return true;
  },
);
