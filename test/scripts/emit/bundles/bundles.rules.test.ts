import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../../scripts/model/json-schema.js";
import type { VectorFile, VerifyVector } from "../../../../scripts/vectors/vector.js";
import { DIALECTS, type Entry, read, rules, schemasIn } from "../../../support/bundle-files.js";
import { GENERATED } from "../../../support/copies.js";

describe("rules", () => {
  it.each(rules)(
    "%s closes the claims for input and minting, and opens them for decoding",
    (_, { profile, root }, bundle) => {
      const claims = root === "RoomConfiguration" ? undefined : bundle;
      if (claims) expect(claims.additionalProperties).toBe(profile === "decode" ? undefined : false);
      else expect(bundle.additionalProperties).toBe(false);
    },
  );
});

describe("defaults that ajv fills in", () => {
  const { claims: defaults } = JSON.parse(read("defaults.json"));

  it.each(rules)("%s has defaults that are valid by their own schema", (_, { dialect }, bundle) => {
    const { ajv, defs } = DIALECTS[dialect];
    // The parts of one schema: each may refer to definitions, which would be compiled again for each.
    const parts = schemasIn(bundle).filter((part) => "default" in part);
    const validate = ajv.compile({ type: "object", properties: { ...parts }, [defs]: bundle[defs] });
    expect([validate({ ...parts.map((part) => part.default) }), validate.errors]).toEqual([true, null]);
  });

  it.each(rules.filter(([, { root }]) => root === "Claims"))("%s never grants what was denied", (_, entry, bundle) => {
    const { Ajv } = DIALECTS[entry.dialect];
    const fill = new Ajv({ strict: false, useDefaults: true, validateSchema: false }).compile({
      ...bundle,
      $id: "filled",
    });
    const [denied, empty] = [
      { exp: 1, iss: "a", video: { canPublish: false } },
      { exp: 0, iss: "" },
    ];
    expect([fill(denied), fill(empty)]).toEqual([true, true]);
    expect(denied.video).toMatchObject({ canPublish: false });
    expect(denied.video).not.toHaveProperty("canPublishData");
    const { canPublishData, ...video } = defaults.video;
    expect(empty).toEqual({ ...defaults, video });
  });
});

describe("rules for input", () => {
  const input = rules.filter(([, { root, profile }]) => root === "Claims" && profile === "input");

  it.each(input)("%s requires nothing that minting fills in, and allows $schema", (_, { dialect }, bundle) => {
    const { ajv } = DIALECTS[dialect];
    const validate = ajv.getSchema(String(bundle.$id)) ?? ajv.compile(bundle);
    const validity = [
      { $schema: "./claims.schema.json", sub: "alice", video: { roomJoin: true, room: "stage" } },
      { sip: { call: true }, $schema: "a" },
      {},
      { video: { $schema: "a" } },
      { video: { roomName: "stage" } },
    ].map((claims) => validate(claims));
    expect(validity).toEqual([true, true, true, false, false]);
  });
});

describe("rules for decoding", () => {
  const { tests }: VectorFile<VerifyVector> = JSON.parse(
    readFileSync(join(GENERATED, "vectors", "room-config.json"), "utf8"),
  );
  const decoding = rules.filter(([, { root, profile }]) => root === "Claims" && profile === "decode");
  const validates = (dialect: Entry["dialect"], bundle: JsonSchema) => {
    const { ajv } = DIALECTS[dialect];
    return ajv.getSchema(String(bundle.$id)) ?? ajv.compile(bundle);
  };

  it.each(decoding)(
    "%s accepts the canonical form of every room configuration in the vectors",
    (_, { dialect }, bundle) => {
      const validate = validates(dialect, bundle);
      const canonical = tests.flatMap(({ id, claims }) => (claims === undefined ? [] : [{ id, claims }]));
      expect(canonical).not.toEqual([]);
      expect(canonical.filter(({ claims }) => !validate(claims)).map(({ id }) => id)).toEqual([]);
    },
  );

  it.each(decoding)("%s rejects spellings that are not canonical", (_, { dialect }, bundle) => {
    const spellings = [
      { empty_timeout: 60 },
      { emptyTimeout: "60" },
      { agents: [{ restartPolicy: 1 }] },
      { agents: null },
      { future: 1 },
    ];
    const validate = validates(dialect, bundle);
    expect(spellings.filter((roomConfig) => validate({ roomConfig }))).toEqual([]);
    expect(validate({ roomConfig: { emptyTimeout: 60 } })).toBe(true);
  });
});
