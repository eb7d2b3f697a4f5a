import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, inject } from "vitest";
import { ROOT } from "../support/copies.js";
import { testBlocks } from "../support/run-blocks.js";
import { PAGES } from "./pages.js";

const { devDependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));

describe("the blocks of docs/", () => {
  testBlocks(PAGES, inject("work"), devDependencies);
});
