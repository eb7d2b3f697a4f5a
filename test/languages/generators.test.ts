import { readFile, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languageDocs } from "../../scripts/emit/docs/language-docs.js";
import { type LanguageSpec, readLanguages } from "../../scripts/languages/language-spec.js";
import { MEASURED, type Measured, type MeasuredLanguage } from "../../scripts/languages/measured.js";
import { type Program, startProgram } from "../interop/program.js";
import { namesIn, titlesOf } from "./declared-names.js";
import { buildGenerator, type Generated } from "./generator-build.js";
import { isMissing } from "./missing-languages.js";
import { instructionsOf } from "./page-blocks.js";
import { loadPayloads } from "./payloads.js";
import { type Answer, inWords, QUESTIONS } from "./questions.js";
import { settled, shapes } from "./settled.js";

/** Records the results with `UPDATE=1 npm run test:languages`. Otherwise they must be equal to the recorded ones. */
const UPDATE = process.env.UPDATE === "1";

/** Installing compiles some of the generators, which takes many minutes on a busy machine. */
const BUILD_TIMEOUT_MS = 20 * 60_000;

const specs = readLanguages();
const before: Measured = JSON.parse(await readFile(MEASURED, "utf8").catch(() => '{"languages":[]}'));
const pages = new Map(languageDocs(specs, before).map(({ path, content }) => [path, content]));
const titles = titlesOf(shapes);
const payloads = await loadPayloads();
const found = new Map<string, MeasuredLanguage>();

describe("the payloads", () => {
  it("have every member of the bundle, in many combinations", () => {
    expect(payloads.length).toBeGreaterThan(1000);
    const text = JSON.stringify(payloads);
    const members = Object.values(shapes.$defs ?? {}).flatMap(({ properties }) => Object.keys(properties ?? {}));
    expect(members.filter((name) => !text.includes(JSON.stringify(name)))).toEqual([]);
  });

  it("deny every permission in some payload", () => {
    const text = JSON.stringify(payloads);
    const members = [shapes, ...Object.values(shapes.$defs ?? {})].flatMap(({ properties = {} }) =>
      Object.entries(properties),
    );
    const booleans = members.filter(([, { type }]) => type === "boolean").map(([name]) => name);
    expect(booleans).toContain("canPublish");
    expect(booleans.filter((name) => !text.includes(`${JSON.stringify(name)}:false`))).toEqual([]);
  });
});

for (const spec of specs) describe.skipIf(await isMissing(spec))(spec.title, () => suite(spec));

function suite(spec: LanguageSpec): void {
  const page = instructionsOf(pages.get(`docs/languages/${spec.id}.md`) ?? "");
  let generated: Generated;
  let program: Program | undefined;
  let measured: MeasuredLanguage;

  beforeAll(async () => {
    generated = await buildGenerator(spec, page);
    const { renamed, undeclared } = await namesIn(generated.folder, spec, titles);
    const answers: Record<string, string> = {};
    if (spec.roundtrip) {
      const { folder, env } = generated;
      program = startProgram(spec.title, ["sh", "-e", "-c", spec.roundtrip.run.join("\n")], { cwd: folder, env });
      for (const question of QUESTIONS) {
        const answer = await sent(question.text ?? JSON.stringify(question.payload));
        answers[question.part] = inWords(question, answer);
      }
    }
    measured = { id: spec.id, tool: `${spec.tool} ${spec.version}`, renamed, undeclared, answers };
    found.set(spec.id, measured);
  }, BUILD_TIMEOUT_MS);
  afterAll(() => program?.stop());

  async function sent(payload: string): Promise<Answer> {
    return (await program?.askText(payload)) as Answer;
  }

  it("gives its types the names of the schemas", async () => {
    const { declared, undeclared, unasked } = await namesIn(generated.folder, spec, titles);
    const maps = Object.entries(shapes.$defs ?? {}).filter(([, { properties }]) => properties === undefined);
    expect(maps.map(([title]) => title)).toEqual(expect.arrayContaining([...undeclared]));
    expect(unasked).toEqual([]);
    expect(new Set(declared).size).toBe(declared.length);
  });

  it.skipIf(UPDATE)("has the results on its page", () => {
    expect(measured).toEqual(before.languages.find(({ id }) => id === spec.id));
  });

  describe.skipIf(spec.roundtrip === undefined)("the types", () => {
    it("preserve every payload", async () => {
      const changed: string[] = [];
      for (const { name, claims } of payloads) {
        const answer = await sent(JSON.stringify(claims));
        const same = "ok" in answer && isDeepStrictEqual(settled(answer.ok), settled(claims));
        if (!same) changed.push(`${name}: ${JSON.stringify(claims)} becomes ${JSON.stringify(answer)}`);
      }
      expect(changed).toEqual([]);
    });

    it("preserve denied permissions", () => {
      expect(measured.answers).toMatchObject({
        "`canPublish: false`": "kept",
        "`canPublish` when it is absent": "absent",
      });
    });

    it("decode unknown members and values", () => {
      const unknown = Object.entries(measured.answers).filter(([part]) => part.startsWith("an unknown"));
      expect(unknown.length).toBeGreaterThan(0);
      expect(unknown.filter(([, answer]) => answer !== "kept" && answer !== "dropped")).toEqual([]);
    });
  });

  it.skipIf(page.run === undefined)("runs the example of its page", async () => {
    expect(await generated.run(page.run ?? "")).toBe(page.prints);
  });
}

afterAll(async () => {
  if (!UPDATE) return;
  // A language whose toolchain is missing here keeps its recorded results.
  const known = new Map([...before.languages.map((each) => [each.id, each] as const), ...found]);
  const languages = specs.flatMap(({ id }) => known.get(id) ?? []);
  await writeFile(MEASURED, `${JSON.stringify({ languages }, null, 2)}\n`);
});
