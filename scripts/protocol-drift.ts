import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emitSdkCoverage } from "./emit/docs/sdk-coverage.js";
import { load } from "./model/load.js";
import { script } from "./process/script.js";
import { compareDeclarations } from "./protocol/drift/compare.js";
import { readLeftOut } from "./protocol/drift/left-out.js";
import { ourDeclarations } from "./protocol/drift/ours.js";
import { readRelease, replaySource } from "./protocol/drift/replay.js";
import { type Finding, hasNews, reportLines } from "./protocol/drift/report.js";
import { SOURCES } from "./protocol/drift/sources.js";
import {
  parseUpstream,
  present,
  UPSTREAM_FILE,
  type Upstream,
  type UpstreamSource,
  writeUpstream,
} from "./protocol/drift/upstream.js";

const USAGE = `npm run protocol:drift [-- --check]
  (nothing)  compares the schemas with the newest release of every SDK and of the protocol, each from its registry;
             keeps what it read in schema/${UPSTREAM_FILE} and writes generated/docs/sdk-coverage.md.
             Fails when one has something new, or cannot be read
  --check    writes nothing; fails when the releases that the file ends with declare something else than it says`;

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const file = join(root("schema"), UPSTREAM_FILE);

await script(
  USAGE,
  (option) => option === "--check",
  (option) => (option === undefined ? drift() : check()),
);

async function drift(): Promise<boolean> {
  const model = await load(root("schema"));
  const [ours, leftOut] = [ourDeclarations(model), await readLeftOut(root("schema"))];
  const { sources: before } = await kept();
  const knownOf = (id: string) => before.find((source) => source.id === id);

  let read = 0;
  const onRead = (): void => progress(`releases read: ${++read}`);
  const { done, failed } = await each(SOURCES, (source) => replaySource(source, knownOf(source.id), onRead));
  progress("");
  const findings = done.map((source): Finding => {
    const differences = compareDeclarations(ours[source.part], present(source));
    return { title: source.title, release: source.releases.at(-1) ?? "", drift: differences };
  });
  for (const finding of findings) console.log(reportLines(finding, leftOut).join("\n"));

  const sourceOf = (id: string) => done.find((source) => source.id === id) ?? knownOf(id);
  await writeFile(file, writeUpstream({ sources: SOURCES.flatMap(({ id }) => sourceOf(id) ?? []) }));
  for (const { path, content } of await emitSdkCoverage(model)) await writeFile(root(`generated/${path}`), content);

  const news = findings.filter((finding) => hasNews(finding, leftOut)).map(({ title }) => title);
  const nothing = failed === 0 ? "upstream has nothing new" : "nothing new in what could be read";
  console.log(`\n${news.length === 0 ? nothing : `something new in ${news.join("; ")}`}`);
  return news.length === 0 && failed === 0;
}

async function check(): Promise<boolean> {
  const { sources } = await kept();
  const { done, failed } = await each(SOURCES, async (source) => {
    const known = sources.find(({ id }) => id === source.id);
    const release = known?.releases.at(-1);
    if (!known || release === undefined) throw new Error(`is not in schema/${UPSTREAM_FILE}`);
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
  if (names.length === 0) return `${title} ${release} declares what the file says`;
  throw new Error(`${release} declares otherwise than schema/${UPSTREAM_FILE} says: ${names.join(", ")}`);
}

/** Does it for each at the same time, and tells which failed. */
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

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
