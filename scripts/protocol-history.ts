import { fileURLToPath } from "node:url";
import { progressOnTerminal } from "./process/progress.js";
import { script } from "./process/script.js";
import { checkHistory } from "./protocol/history/check.js";
import { verifyHistory } from "./protocol/history/verify.js";

const USAGE = `npm run protocol:history -- --check | --verify
  --check   fail when the schemas and the history have different members; needs no network
  --verify  compare the history with every release that the Go module proxy serves, and the servers with their go.mod.
            Downloads about 150 MB with the Go client the first time, and caches the files that it reads`;

const schemaFolder = fileURLToPath(new URL("../schema/", import.meta.url));

await script(
  USAGE,
  (option) => ["--check", "--verify"].includes(option),
  (option) => (option === "--verify" ? verify() : check()),
);

async function check(): Promise<boolean> {
  const problems = await checkHistory(schemaFolder);
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log("the schemas and schema/protocol/history.json have the same members");
  return problems.length === 0;
}

async function verify(): Promise<boolean> {
  const { releases, servers, problems } = await verifyHistory(schemaFolder, progressOnTerminal("releases"));
  for (const problem of problems) console.error(problem);
  console.log(`${releases} releases of the protocol and ${servers} of livekit-server compared`);
  return problems.length === 0;
}
