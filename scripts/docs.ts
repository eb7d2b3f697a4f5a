import { join } from "node:path";
import { build, createServer } from "vitepress";
import { assemble } from "./docs/assemble.js";
import { DOCS, ROOT } from "./docs/pages.js";
import { script } from "./process/script.js";

const USAGE = `npm run docs [-- --dev]
  Builds the site of docs/ into docs/.vitepress/dist. DOCS_BASE is the path under which it is served, such as /claims/.
  --dev  serve it instead, and follow changes of docs/`;

await script(
  USAGE,
  (option) => option === "--dev",
  async (option) => {
    const root = join(ROOT, DOCS);
    await assemble({ fresh: option !== "--dev" });
    if (option === "--dev") {
      const server = await createServer(root);
      await server.listen();
      server.printUrls();
    } else {
      await build(root);
    }
    return true;
  },
);
