import { describe, expect, it } from "vitest";
import { type KeyProvider, TokenVerifier } from "../../../src/index.js";
import { clock, codeOf, forge, KEY, payload, SECRET } from "../../support/tokens.js";

/** Arrays with holes, which `map` and `reduce` pass over. */
const SPARSE: readonly [string, string[]][] = [
  ["a hole alone", new Array(1)],
  // biome-ignore lint/suspicious/noSparseArray: the case under test
  ["a hole before a secret", [, SECRET] as string[]],
  // biome-ignore lint/suspicious/noSparseArray: the case under test
  ["a hole between secrets", [SECRET, , "old"] as string[]],
];

describe("an array of secrets with holes", () => {
  it.each(SPARSE)("is refused as INVALID_KEYS: %s", async (_, secrets) => {
    expect(await codeOf((async () => TokenVerifier.withKeys({ [KEY]: secrets }))())).toBe("INVALID_KEYS");
    const provider: KeyProvider = () => secrets;
    expect(await codeOf(TokenVerifier.withKeys(provider, { clock }).verify(forge(payload())))).toBe("INVALID_KEYS");
  });
});
