import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emitSdkCoverage } from "./emit/docs/sdk-coverage.js";
import { load } from "./model/load.js";
import { script } from "./process/script.js";
import { compareDeclarations } from "./protocol/compare.js";
import { readRelease, replaySource } from "./protocol/coverage/replay.js";
import { type Finding, reportLines } from "./protocol/coverage/report.js";
import { SOURCES } from "./protocol/coverage/sources.js";
import {
  parseUpstream,
  present,
  UPSTREAM_FILE,
  type Upstream,
  type UpstreamSource,
  writeUpstream,
} from "./protocol/coverage/upstream.js";
import { readLeftOut } from "./protocol/left-out.js";
import { ourClaims } from "./protocol/our-claims.js";

const USAGE = `npm run coverage [-- --check]
  Reads the new releases of each SDK from its registry, and writes schema/${UPSTREAM_FILE} and
  generated/docs/sdk-coverage.md. Fails when a release cannot be read.
  --check  write nothing; fail when the last release of an SDK differs from schema/${UPSTREAM_FILE}`;

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const file = join(root("schema"), UPSTREAM_FILE);

await script(
  USAGE,
  (option) => option === "--check",
  (option) => (option === undefined ? cover() : check()),
);

async function cover(): Promise<boolean> {
  const model = await load(root("schema"));
  const [ours, leftOut] = [ourClaims(model), await readLeftOut(root("schema"))];
  const { sources: before } = await kept();
  const knownOf = (id: string) => before.find((source) => source.id === id);

  const { done, failed } = await each(SOURCES, (source) => replaySource(source, knownOf(source.id)));
  for (const source of done) {
    const differences = compareDeclarations(ours, present(source));
    const finding: Finding = { title: source.title, release: source.releases.at(-1) ?? "", drift: differences };
    console.log(reportLines(finding, leftOut).join("\n"));
  }

  const sourceOf = (id: string) => done.find((source) => source.id === id) ?? knownOf(id);
  await writeFile(file, writeUpstream({ sources: SOURCES.flatMap(({ id }) => sourceOf(id) ?? []) }));
  for (const { path, content } of await emitSdkCoverage(model)) await writeFile(root(`generated/${path}`), content);
  return failed === 0;
}

async function check(): Promise<boolean> {
  const { sources } = await kept();
  const { done, failed } = await each(SOURCES, async (source) => {
    const known = sources.find(({ id }) => id === source.id);
    const release = known?.releases.at(-1);
    if (!known || release === undefined) throw new Error(`is not in schema/${UPSTREAM_FILE}; run "npm run coverage"`);
    return differences(known, release, compareDeclarations(present(known), await readRelease(source, release)));
  });
  for (const line of done) console.log(line);
  return failed === 0;
}

function differences(
  { title }: UpstreamSource,
  release: string,
  { added, lacking, retyped }: Finding["drift"],
): string {
  const names = [...added.map(({ name }) => name), ...lacking, ...retyped.map(({ name }) => name)];
  if (names.length === 0) return `${title} ${release} matches the file`;
  throw new Error(`${release} differs from schema/${UPSTREAM_FILE} in ${names.join(", ")}`);
}

/** Runs `work` for all items at the same time, and prints the errors of those that fail. */
async function each<Item extends { readonly title: string }, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<{ done: Result[]; failed: number }> {
  const results = await Promise.allSettled(items.map(work));
  for (const [at, result] of results.entries()) {
    if (result.status === "rejected") console.error(`${items[at]?.title}: ${(result.reason as Error).message}`);
  }
  const done = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  return { done, failed: items.length - done.length };
}

function kept(): Promise<Upstream> {
  return readFile(file, "utf8").then(parseUpstream, () => ({ sources: [] }));
}
