import { watch } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { applyDifferences, differences } from "./emit/output/output-folder.js";
import { generate, STAGES } from "./emit/pipeline.js";
import { run as runProgram } from "./process/run.js";
import { script } from "./process/script.js";

const USAGE = `npm run generate [-- --check | --watch | --draft | --cli-doc]
  Generates the files of generated/ from schema/.
  --check    write nothing; fail when a file of generated/ is stale, missing or left over
  --watch    generate now, and again whenever a file of schema/ is saved
  --draft    allow imported members without descriptions, which --check rejects
  --cli-doc  write only the page about the command line`;

const schemaFolder = fileURLToPath(new URL("../schema/", import.meta.url));
const outputFolder = fileURLToPath(new URL("../generated/", import.meta.url));

async function run({ check = false, draft = false } = {}): Promise<boolean> {
  const start = performance.now();
  try {
    const onStage = (stage: string, ms: number): void =>
      console.log(`${stage.padEnd(12)} ${ms.toFixed(0).padStart(5)} ms`);
    const outputs = await generate(schemaFolder, onStage, { draft });
    const found = await differences(outputFolder, outputs);
    if (!check) await applyDifferences(outputFolder, found);
    // The page about the command line is made of code that this process loaded before it was written.
    if (!check && found.some(({ path }) => /^[^/]+\.[jt]s$/.test(path))) await rewriteCliDoc();
    const report = check ? console.error : console.log;
    for (const { kind, path } of found) report(`${kind.padEnd(12)} ${posix.join("generated", path)}`);
    console.log(
      `${"all".padEnd(12)} ${(performance.now() - start).toFixed(0).padStart(5)} ms, ${outputs.length} files`,
    );
    if (check && found.length > 0) console.error('generated/ does not match schema/; run "npm run generate"');
    return !check || found.length === 0;
  } catch (error) {
    console.error(error instanceof Error && error.name === "SchemaError" ? error.message : error);
    return false;
  }
}

function rewriteCliDoc(): Promise<string> {
  return runProgram(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), "--cli-doc"]);
}

async function writeCliDoc(): Promise<boolean> {
  const { emitCliDoc } = await import("./emit/docs/cli-doc.js");
  for (const { path, content } of emitCliDoc()) await writeFile(join(outputFolder, path), content);
  return true;
}

async function runAndWatch(): Promise<boolean> {
  // One after another: two runs at once would write the same files.
  let runs = Promise.resolve(true);
  const next = (): void => {
    runs = runs.then(() => run());
  };
  let timer: NodeJS.Timeout | undefined;
  watch(schemaFolder, { recursive: true }, () => {
    // Editors save in several steps: wait until the last one.
    clearTimeout(timer);
    timer = setTimeout(next, 100);
  });
  console.log(`watching schema/ for ${STAGES.join(", ")}`);
  next();
  return runs;
}

await script(
  USAGE,
  (option) => ["--check", "--watch", "--draft", "--cli-doc"].includes(option),
  (option) => {
    if (option === "--watch") return runAndWatch();
    if (option === "--cli-doc") return writeCliDoc();
    return run({ check: option === "--check", draft: option === "--draft" });
  },
);
