import * as fc from "fast-check";
import { lint } from "../../../src/lint.js";
import { junk } from "../../support/arbitrary-claims.js";
import { forge, NOW, payload } from "../../support/tokens.js";
import { atNow, edited, tokens } from "../arbitraries.js";
import { layer } from "../layer.js";
import { read, type TokenCase } from "../oracles.js";

/** Errors that lint cannot find without the key. */
const NEEDS_KEY: readonly string[] = ["INVALID_SIGNATURE", "INVALID_ISSUER"];

const inputs = fc.oneof(
  tokens,
  edited(tokens, fc.string({ maxLength: 2, unit: "binary" })),
  fc.tuple(junk, junk).map(([header, claims]) => forge(claims ?? null, { header: header ?? null })),
  fc.record({ roomConfig: junk, exp: junk, aud: junk }, { requiredKeys: [] }).map((more) => forge(payload(more))),
  fc.string({ unit: "binary" }),
);

/** Checks that lint never throws, and that it finds an error in every token that verify rejects. */
export const lintLayer = layer("lint", inputs.map(atNow), async (testCase: TokenCase) => {
  const findings = lint(testCase.token, { clock: () => NOW * 1000 });
  const reading = await read(testCase);
  if ("claims" in reading || NEEDS_KEY.includes(reading.refused)) return;
  if (findings.some(({ severity }) => severity === "error")) return;
  throw new Error(`verify rejects the token with ${reading.refused}, but lint finds no error`);
});
