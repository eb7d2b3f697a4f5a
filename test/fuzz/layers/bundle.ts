import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { validateClaims } from "../../../src/index.js";
import { junk, mutatedClaims, validClaims } from "../../support/arbitrary-claims.js";
import { layer } from "../layer.js";

const bundle = JSON.parse(
  readFileSync(new URL("../../../generated/bundles/claims.rules-decode.2020-12.json", import.meta.url), "utf8"),
);
const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(bundle);

/**
 * Compares the published rules with the verifier. Room configurations are left out, since the rules accept only the
 * canonical form.
 */
export const bundleRules = layer(
  "bundle",
  fc.oneof(validClaims as fc.Arbitrary<unknown>, mutatedClaims, junk).map((claims) => {
    if (typeof claims !== "object" || claims === null || Array.isArray(claims)) return claims;
    const { roomConfig: _, ...others } = claims as Record<string, unknown>;
    return others;
  }),
  (claims) => {
    const text = JSON.stringify(claims);
    if (text === undefined) return;
    const value: unknown = JSON.parse(text);
    const ours = validateClaims(value, { profile: "decode" }).length === 0;
    if (ours !== accepts(value))
      throw new Error(`the bundle ${ours ? "rejects" : "accepts"} ${text}, unlike the verifier`);
  },
);
