import { type Draft, fault, invalidClaims, MALFORMED } from "../draft.js";
import { join, KEY, OTHER_KEY, OTHER_SECRET, rawPayload, SECRET } from "../token.js";

const UNKNOWN = fault("INVALID_ISSUER");

/** Returns vectors for iss. Its wrong types are in types.ts. */
export function issuerDrafts(): Draft[] {
  return [
    {
      id: "iss-absent",
      comment: "no iss",
      row: "issuer",
      payload: { iss: undefined },
      fault: invalidClaims("/iss"),
      unverified: "valid",
    },
    ...UNKNOWN_ISSUERS.map(([id, comment, iss]): Draft => {
      return { id: `iss-${id}`, comment: `an iss that is ${comment}`, row: "issuer", payload: { iss }, fault: UNKNOWN };
    }),
    {
      id: "iss-twice",
      comment: "iss twice, the last one unknown",
      row: "issuer",
      flags: ["Duplicate"],
      text: rawPayload('"iss":"APInobody"'),
      fault: UNKNOWN,
    },
    ...severalKeysDrafts(),
  ];
}

const UNKNOWN_ISSUERS: readonly [string, string, string][] = [
  ["another", "another key's, signed with this key's secret", OTHER_KEY],
  ["empty", "empty", ""],
  ["lower-case", "the key in lower case", KEY.toLowerCase()],
  ["leading-space", "the key after a space", ` ${KEY}`],
  ["trailing-space", "the key before a space", `${KEY} `],
  ["trailing-nul", "the key before a NUL", `${KEY}\0`],
  ["longer", "the key and more", `${KEY}2`],
  ["shorter", "the beginning of the key", KEY.slice(0, -1)],
  ["constructor", "a member that objects of JavaScript have", "constructor"],
  ["prototype", "__proto__", "__proto__"],
];

const KEYS = { [KEY]: [SECRET], [OTHER_KEY]: ["theSecretThatReplacesTheOtherOne", OTHER_SECRET] };

function severalKeysDrafts(): Draft[] {
  const several = (id: string, comment: string, more: Partial<Draft>): Draft => {
    const common = { row: "keys", flags: ["SeveralKeys"], verifier: { keys: KEYS } } as const;
    return { id: `keys-${id}`, comment: `several keys: ${comment}`, ...common, ...more };
  };
  const unknown = (iss: string): Draft =>
    several(`unknown-${iss}`, `an iss that is a member of every JavaScript object: ${iss}`, {
      payload: { iss },
      fault: UNKNOWN,
    });
  const wrong = fault("INVALID_SIGNATURE");
  return [
    several("first", "signed by the first", {}),
    several("second", "signed by the second, with the last of its secrets", {
      payload: { iss: OTHER_KEY },
      signer: OTHER_SECRET,
    }),
    several("crossed", "the iss of the first, signed by the second", { signer: OTHER_SECRET, fault: wrong }),
    several("crossed-back", "the iss of the second, signed by the first", {
      payload: { iss: OTHER_KEY },
      fault: wrong,
    }),
    several("nobody", "an iss of an unknown key", { payload: { iss: "APInobody" }, fault: UNKNOWN }),
    ...["constructor", "toString", "__proto__", "hasOwnProperty"].map(unknown),
    several("iss-absent", "no iss", { payload: { iss: undefined }, fault: invalidClaims("/iss"), unverified: "valid" }),
    several("iss-twice", "iss twice, the last one of the key that signed", {
      text: rawPayload(`"iss":${JSON.stringify(KEY)}`, { iss: OTHER_KEY, exp: 4_102_444_800 }),
      flags: ["SeveralKeys", "Duplicate"],
    }),
    several("no-json", "a payload that is not JSON under a wrong signature", {
      text: "payload",
      signer: OTHER_SECRET,
      fault: MALFORMED,
    }),
    several("no-utf8", "a payload that is not UTF-8 under a wrong signature", {
      text: new Uint8Array([0xff]),
      signer: OTHER_SECRET,
      fault: MALFORMED,
    }),
    several("iss-type", "an iss of a wrong type under a wrong signature", {
      payload: { iss: 5 },
      signer: "no secret of anybody at all, but long",
      fault: invalidClaims("/iss"),
    }),
    several("types-after-signature", "a name of a wrong type under a wrong signature", {
      payload: { name: 1 },
      signer: OTHER_SECRET,
      fault: wrong,
      unverified: invalidClaims("/name"),
    }),
    several("unknown-before-signature", "an unknown iss with a wrong signature", {
      payload: { iss: "APInobody" },
      token: (parts) => join({ ...parts, signature: "A".repeat(43) }),
      flags: ["SeveralKeys", "Forged"],
      fault: UNKNOWN,
    }),
  ];
}
