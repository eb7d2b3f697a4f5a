import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../scripts/model/load.js";
import { validateClaims } from "../../src/index.js";
import { isObject } from "../../src/json/is-object.js";
import type { Schema } from "../support/bundle-schema.js";
import { SCHEMA } from "../support/copies.js";
import { failingPlaces } from "./agreement.js";
import { corpus } from "./corpus/corpus.js";
import type { Instance } from "./corpus/instance.js";
import { schemaVectors } from "./corpus/vectors.js";
import { disagreements, firstOf } from "./disagreements.js";
import { KNOWN_DISAGREEMENTS } from "./known-disagreements.js";
import { availableValidators, type Panel, startPanel, type Verdicts } from "./panel.js";
import { RULES, type RulesBundle, schemaOf, siblingOf } from "./rules-bundles.js";
import { knowsDialect, loadValidators } from "./validators/validator.js";

/** Building takes a minute, or many on a busy machine. */
const BUILD_TIMEOUT_MS = 20 * 60_000;

const in2020 = RULES.filter(({ dialect }) => dialect === "2020-12");
const minting = in2020.filter(({ profile }) => profile === "mint");

const model = await load(SCHEMA);
const corpora: ReadonlyMap<string, readonly Instance[]> = new Map(
  minting.map((bundle) => [bundle.root, corpus(model, bundle.root, schemaOf(bundle) as Schema)]),
);
const corpusOf = ({ root }: RulesBundle): readonly Instance[] => corpora.get(root) ?? [];
const vectors = schemaVectors();
const textsFor = (bundle: RulesBundle): string[] =>
  [...corpusOf(bundle), ...(bundle.root === "Claims" ? vectors : [])].map(({ text }) => text);

const specs = await availableValidators();
let panel: Panel;
/** The verdicts of each bundle on the corpus of its root, followed by the vectors when the root is Claims. */
const said = new Map<RulesBundle, Promise<readonly Verdicts[]>>();

beforeAll(async () => {
  panel = await startPanel(specs);
  for (const bundle of RULES) {
    said.set(bundle, panel.validate({ schema: schemaOf(bundle), instances: textsFor(bundle) }));
  }
  // Errors are reported by the tests of the bundle.
  await Promise.allSettled(said.values());
}, BUILD_TIMEOUT_MS);
afterAll(() => panel?.stop());

const saidBy = async (bundle: RulesBundle): Promise<readonly Verdicts[]> => (await said.get(bundle)) ?? [];

/** Returns the first validator's verdict on each instance of the corpus, after checking that all agree. */
async function ofCorpus(bundle: RulesBundle) {
  const all = await saidBy(bundle);
  return corpusOf(bundle).map((instance, at) => ({ ...instance, verdict: firstOf(all[at]) }));
}

describe("the corpus", () => {
  it.each(minting)("of $root has no duplicates, and has every member", (bundle) => {
    const texts = corpusOf(bundle).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    const rules = schemaOf(bundle) as Schema;
    const objects = [rules, ...Object.values(rules.$defs ?? {})];
    const members = objects.flatMap(({ properties = {} }) => Object.keys(properties));
    const all = texts.join("\n");
    expect(members.filter((name) => !all.includes(`${JSON.stringify(name)}:`))).toEqual([]);
  });

  it("has thousands of values for the roots with many members", () => {
    expect(corpora.get("Claims")?.length).toBeGreaterThan(4000);
    expect(corpora.get("RoomConfiguration")?.length).toBeGreaterThan(4000);
  });

  it.each(RULES)("has values that $file accepts and values that it rejects", async (bundle) => {
    const verdicts = new Set((await ofCorpus(bundle)).map(({ verdict }) => verdict.valid));
    expect([...verdicts].sort()).toEqual([false, true]);
  });
});

describe("all validators agree", () => {
  it.each(RULES)("on the corpus and the vectors, by $file", async (bundle) => {
    const found = disagreements(textsFor(bundle), await saidBy(bundle));
    expect(found.slice(0, 10).join("\n"), `${found.length} disagreements by ${bundle.file}`).toBe("");
  });

  it.each(in2020)("with their verdicts in draft-07, by $file", async (bundle) => {
    const places = async (of: RulesBundle) => (await ofCorpus(of)).map(({ verdict }) => failingPlaces(verdict));
    expect(await places(siblingOf(bundle, { dialect: "draft-07" }))).toEqual(await places(bundle));
  });
});

describe("the rules for minting", () => {
  it.each(minting)("accept every value that was made valid, by $file", async (bundle) => {
    const all = await ofCorpus(bundle);
    expect(all.filter(({ valid, verdict }) => valid && !verdict.valid)).toEqual([]);
  });

  it.each(minting)("accept nothing that the rules for decoding reject, by $file", async (bundle) => {
    const minted = await ofCorpus(bundle);
    const decoded = await ofCorpus(siblingOf(bundle, { profile: "decode" }));
    expect(decoded.filter(({ verdict }, at) => minted[at]?.verdict.valid && !verdict.valid)).toEqual([]);
  });
});

describe("the rules for decoding", () => {
  const ofClaims = RULES.filter(({ root, profile }) => root === "Claims" && profile === "decode");

  it.each(ofClaims)("have the verdict of each conformance vector, by $file", async (bundle) => {
    const all = (await saidBy(bundle)).slice(corpusOf(bundle).length);
    const places = vectors.map(({ id }, at) => [id, failingPlaces(firstOf(all[at]))]);
    expect(places).toEqual(vectors.map(({ id, expected }) => [id, [...(expected.pointers ?? [])].sort()]));
  });
});

describe("livekit-claims agrees with the rules", () => {
  /** The number of mistakes that are listed. Others are counted. */
  const TOLD = 20;

  it.each(in2020.filter(({ root }) => root === "Claims"))("of claims to $profile", async (bundle) => {
    const found = (await ofCorpus(bundle)).flatMap(({ text, verdict }) => {
      const value: unknown = JSON.parse(text);
      // Reading and minting normalize a room configuration, and minting the numbers of sources, before the rules apply.
      if (bundle.profile !== "mint" && isObject(value) && value.roomConfig !== undefined) return [];
      if (bundle.profile === "input" && /"canPublishSources":\[[^\]]*\d/.test(text)) return [];
      const expected = failingPlaces(verdict);
      // JSON Schema cannot compare two members.
      const issues = validateClaims(value, { profile: bundle.profile }).filter(({ keyword }) => keyword !== "expiry");
      const places = [...new Set(issues.map(({ pointer }) => pointer))].sort();
      const same = expected.length > TOLD ? places.length > TOLD : isDeepStrictEqual(places, expected);
      return same ? [] : [{ text, expected, places }];
    });
    expect(found).toEqual([]);
  });
});

describe("a known disagreement still exists", () => {
  const DIALECT = "https://json-schema.org/draft/2020-12/schema";

  for (const { validator, why, cases } of KNOWN_DISAGREEMENTS) {
    const isMissing = specs.every(({ name }) => name !== validator);
    it.skipIf(isMissing).each(cases)(`${why} $instance`, async ({ schema, instance, others, theirs }) => {
      const inDialect = { $schema: DIALECT, ...schema };
      const [verdicts = []] = await panel.validate({ schema: inDialect, instances: [instance] });
      const places = [...verdicts].map(([name, verdict]) => [name, failingPlaces(verdict)] as const);
      // Another validator that is wrong about the same value has a test of its own.
      const isRight = (name: string): boolean =>
        !KNOWN_DISAGREEMENTS.some(
          (each) =>
            each.validator === name &&
            each.cases.some((own) => isDeepStrictEqual([own.schema, own.instance], [schema, instance])),
        );
      const asked = specs.filter((spec) => knowsDialect(spec, inDialect)).map(({ name }) => name);
      const compared = asked.filter((name) => name === validator || isRight(name));
      expect(places.filter(([name]) => compared.includes(name))).toEqual(
        compared.map((name) => [name, name === validator ? theirs : others]),
      );
    });
  }

  it("is of a validator of the suite", async () => {
    const names = (await loadValidators()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(KNOWN_DISAGREEMENTS.map(({ validator }) => validator)));
  });
});
