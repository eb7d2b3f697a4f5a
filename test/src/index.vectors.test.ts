import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VERIFY_LAYERS } from "../../scripts/vectors/layers.js";
import { ROWS } from "../../scripts/vectors/rows.js";
import type { MintVector, NotAStringVector, VectorFile, Verdict, VerifyVector } from "../../scripts/vectors/vector.js";
import { AccessToken, AccessTokenError, Claims, TokenVerifier } from "../../src/index.js";

function read<V extends VerifyVector | NotAStringVector | MintVector>(layer: string): readonly V[] {
  const file = new URL(`../../generated/vectors/${layer}.json`, import.meta.url);
  const { numberOfTests, tests }: VectorFile<V> = JSON.parse(readFileSync(file, "utf8"));
  expect(tests.length).toBe(numberOfTests);
  return tests;
}

const layers = [
  ...VERIFY_LAYERS.map((layer) => [layer, read<VerifyVector>(layer)] as const),
  ["not-a-string", read<NotAStringVector>("not-a-string")] as const,
];
const mint = read<MintVector>("mint");

/** Serializes with sorted members, since their order is irrelevant and `toEqual` skips one called __proto__. */
function toText(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Returns the expected outcome of a vector. */
const expected = ({ result, code, pointers, claims }: Verdict): object =>
  result === "valid" ? { result, text: toText(claims) } : { result, code, pointers: [...(pointers ?? [])].sort() };

async function outcome(attempt: () => unknown): Promise<object> {
  try {
    const value = await attempt();
    return { result: "valid", text: typeof value === "string" ? value : toText(value) };
  } catch (error) {
    if (!(error instanceof AccessTokenError)) throw error;
    return { result: "invalid", code: error.code, pointers: error.issues.map(({ pointer }) => pointer).sort() };
  }
}

function verifierFor({ key, secret, keys, clock, leeway, maxTokenBytes }: NotAStringVector): TokenVerifier {
  const limit = maxTokenBytes === undefined ? {} : { maxTokenBytes };
  const options = { clock: () => clock * 1000, leeway, ...limit };
  return keys ? TokenVerifier.withKeys(keys, options) : TokenVerifier.withApiKey(key, secret, options);
}

describe.each(layers)("vectors of %s", (_layer, vectors) => {
  it.each(vectors)("verify $id: $comment", async (vector) => {
    const verifier = verifierFor(vector);
    expect(await outcome(() => verifier.verify(vector.token as string))).toEqual(expected(vector));
  });

  it.each(vectors)("read $id: $comment", async (vector) => {
    const { token, maxTokenBytes, unverified } = vector;
    const limit = maxTokenBytes === undefined ? {} : { maxTokenBytes };
    const verdict =
      unverified.claims || vector.result === "invalid" ? unverified : { ...unverified, claims: vector.claims };
    expect(await outcome(() => Claims.fromUnverified(token as string, limit))).toEqual(expected(verdict as Verdict));
  });
});

describe("vectors of minting", () => {
  it.each(mint)("$id: $comment", async ({ key, secret, clock, claims, claimsJson, allowSensitive, ...vector }) => {
    const start = AccessToken.withApiKey(key, secret).withClaims(claims ?? JSON.parse(claimsJson ?? ""));
    const token = allowSensitive ? start.allowSensitiveCredentials() : start;
    const payloadOf = async (compact: boolean): Promise<string> => {
      const jwt = await token.toJwt({ compact, clock: () => clock * 1000 });
      return Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString();
    };
    for (const compact of [false, true]) {
      const text = compact ? vector.compact : vector.payload;
      const { result, code, pointers = [] } = vector;
      const wanted = result === "valid" ? { result, text } : { result, code, pointers: [...pointers].sort() };
      expect(await outcome(() => payloadOf(compact))).toEqual(wanted);
    }
  });
});

describe("the vectors", () => {
  const all = [...layers.flatMap(([, vectors]) => vectors), ...mint];

  it("have unique ids that begin with their layer", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ id, layer }) => !id.startsWith(`${layer}-`))).toEqual([]);
  });

  it.each(Object.entries(ROWS))("have exactly the outcomes of the row %s", (name, row) => {
    const vectors = all.filter((vector) => vector.row === name);
    expect(outcomes(vectors)).toEqual(new Set(row.verify));
    const unverified = vectors.flatMap((vector) => ("unverified" in vector ? [vector.unverified] : []));
    expect(outcomes(unverified)).toEqual(new Set(row.unverified));
  });

  it("name only known rows", () => {
    expect(all.filter(({ row }) => !(row in ROWS))).toEqual([]);
  });
});

function outcomes(verdicts: readonly { readonly result: string; readonly code?: string }[]): Set<string> {
  return new Set(verdicts.map(({ result, code }) => code ?? result));
}
