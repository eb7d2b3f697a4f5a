import * as fc from "fast-check";
import { payload } from "../../support/tokens.js";
import { atNow, edited, sign } from "../arbitraries.js";
import { layer } from "../layer.js";
import { expectAcceptedByOthers } from "../oracles.js";

const algorithms = fc.constantFrom<unknown>("HS256", "hs256", "HS384", "none", "None", "RS256", "HS256 ", "", null, [
  "HS256",
]);
const members = fc.record(
  {
    alg: fc.oneof({ weight: 3, arbitrary: fc.constant("HS256") }, { weight: 1, arbitrary: algorithms }),
    typ: fc.constantFrom<unknown>("JWT", "jwt", "at+jwt", "", null, 1),
    crit: fc.constantFrom<unknown>([], ["exp"], ["b64"], "exp", null),
    b64: fc.boolean(),
    kid: fc.jsonValue({ maxDepth: 1 }),
    cty: fc.constantFrom("JWT", ""),
    jwk: fc.constant({ kty: "oct", k: "AA" }),
  },
  { requiredKeys: ["alg"] },
);
const texts = fc.oneof(
  members.map((header) => JSON.stringify(header)),
  fc.tuple(members, members).map(([a, b]) => `${JSON.stringify(a).slice(0, -1)},${JSON.stringify(b).slice(1)}`),
);
const pieces = fc.constantFrom('"', "{", "}", ",", ":", "\\u0061", "\ufeff", " ", "\0", '"alg":"none",', "null");

/** Edits the header, under a valid HMAC: algorithms, members, duplicates, almost valid JSON. */
export const header = layer(
  "header",
  edited(texts, pieces).map((text) => atNow(sign(text, JSON.stringify(payload())))),
  expectAcceptedByOthers,
);
