import { watch } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { applyDifferences, differences } from "./emit/output/output-folder.js";
import { generate, STAGES } from "./emit/pipeline.js";
import { run as runProgram } from "./process/run.js";
import { script } from "./process/script.js";

const USAGE = `npm run generate [-- --check | --watch | --draft]
  Generates the files of generated/ from schema/.
  --check  write nothing; fail when a file of generated/ is stale, missing or left over
  --watch  generate now, and again whenever a file of schema/ is saved
  --draft  allow imported members without descriptions, which --check rejects`;

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
    // Pages about the command line are made of code that this process loaded before it was written.
    if (!check && found.some(({ path }) => /^[^/]+\.[jt]s$/.test(path))) await generateAgain(draft);
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

function generateAgain(draft: boolean): Promise<string> {
  const script = fileURLToPath(import.meta.url);
  return runProgram(process.execPath, [...process.execArgv, script, ...(draft ? ["--draft"] : [])]);
}

async function runAndWatch(): Promise<boolean> {
  console.log(`watching schema/ for ${STAGES.join(", ")}`);
  await run();
  let timer: NodeJS.Timeout | undefined;
  watch(schemaFolder, { recursive: true }, () => {
    // Editors save in several steps: wait until the last one.
    clearTimeout(timer);
    timer = setTimeout(() => run(), 100);
  });
  return true;
}

await script(
  USAGE,
  (option) => ["--check", "--watch", "--draft"].includes(option),
  (option) =>
    option === "--watch" ? runAndWatch() : run({ check: option === "--check", draft: option === "--draft" }),
);
