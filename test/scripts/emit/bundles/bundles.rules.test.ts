import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../../scripts/model/json-schema.js";
import type { VectorFile, VerifyVector } from "../../../../scripts/vectors/vector.js";
import { DIALECTS, type Entry, rules } from "../../../support/bundle-files.js";
import { GENERATED } from "../../../support/copies.js";

describe("rules", () => {
  it.each(rules)("%s close the claims for minting, and open them for decoding", (_, { profile, root }, bundle) => {
    const claims = root === "RoomConfiguration" ? undefined : bundle;
    if (claims) expect(claims.additionalProperties).toBe(profile === "mint" ? false : undefined);
    else expect(bundle.additionalProperties).toBe(false);
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

  it.each(decoding)("%s accept what every spelling of a room configuration amounts to", (_, { dialect }, bundle) => {
    const validate = validates(dialect, bundle);
    const canonical = tests.flatMap(({ id, claims }) => (claims === undefined ? [] : [{ id, claims }]));
    expect(canonical.length).toBeGreaterThan(100);
    expect(canonical.filter(({ claims }) => !validate(claims)).map(({ id }) => id)).toEqual([]);
  });

  it.each(decoding)("%s refuse the spellings that are not canonical", (_, { dialect }, bundle) => {
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
