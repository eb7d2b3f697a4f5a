import { type Draft, type Fault, fault, invalidClaims, MALFORMED } from "./draft.js";
import { encode, join, type Parts } from "./token.js";
import type { VerifyLayer } from "./vector.js";

const NONE = { alg: "none", typ: "JWT" };
const FORGED = { signer: "no secret of anybody at all, but long" };
const WRONG_TYPE = { name: 1 };
const WRONG_TYPES = invalidClaims("/name");
const FOREIGN = { iss: "APInobody" };
const PAST = { exp: 946_684_800 };
const FUTURE = { nbf: 4_102_444_799 };

/** Returns vectors with two faults. The expected error is the one that is checked first. */
export function orderDrafts(layer: VerifyLayer): Draft[] {
  return PAIRS.filter((pair) => pair.layer === layer).map(({ layer: _, id, ...pair }): Draft => {
    const [first, second] = id.split("-before-");
    const comment = `two faults: ${first?.replaceAll("-", " ")} is checked before ${second?.replaceAll("-", " ")}`;
    return { id: `order-${id}`, comment, row: "order", ...pair };
  });
}

interface Pair extends Pick<Draft, "header" | "payload" | "text" | "signer" | "token"> {
  readonly layer: VerifyLayer;
  readonly id: string;
  readonly fault: Fault;
  readonly unverified?: Fault | "valid";
}

const PAIRS: readonly Pair[] = [
  { layer: "form", id: "payload-encoding-before-alg", header: NONE, token: padded, fault: MALFORMED },
  { layer: "form", id: "alg-before-signature-form", header: NONE, token: cut, fault: fault("UNSUPPORTED_ALGORITHM") },
  { layer: "form", id: "header-value-before-signature", header: [], ...FORGED, fault: MALFORMED },
  { layer: "form", id: "header-encoding-before-signature", token: paddedHeader, fault: MALFORMED },
  {
    layer: "form",
    id: "crit-before-signature",
    header: { alg: "HS256", crit: ["exp"] },
    ...FORGED,
    fault: fault("UNSUPPORTED_ALGORITHM"),
  },
  { layer: "form", id: "alg-before-signature", header: NONE, ...FORGED, fault: fault("UNSUPPORTED_ALGORITHM") },
  {
    layer: "form",
    id: "alg-before-json",
    header: NONE,
    text: "payload",
    fault: fault("UNSUPPORTED_ALGORITHM"),
    unverified: MALFORMED,
  },
  { layer: "form", id: "alg-before-expiry", header: NONE, payload: PAST, fault: fault("UNSUPPORTED_ALGORITHM") },
  {
    layer: "signature",
    id: "signature-before-json",
    text: "payload",
    ...FORGED,
    fault: fault("INVALID_SIGNATURE"),
    unverified: MALFORMED,
  },
  { layer: "signature", id: "signature-before-iss", payload: FOREIGN, ...FORGED, fault: fault("INVALID_SIGNATURE") },
  {
    layer: "signature",
    id: "signature-form-before-iss",
    payload: FOREIGN,
    token: cut,
    fault: MALFORMED,
    unverified: "valid",
  },
  {
    layer: "signature",
    id: "signature-before-wrong-type-of-iss",
    payload: { iss: 5 },
    ...FORGED,
    fault: fault("INVALID_SIGNATURE"),
    unverified: invalidClaims("/iss"),
  },
  {
    layer: "signature",
    id: "missing-iss-before-types",
    payload: { iss: undefined, ...WRONG_TYPE },
    fault: invalidClaims("/iss"),
    unverified: WRONG_TYPES,
  },
  {
    layer: "signature",
    id: "signature-before-types",
    payload: WRONG_TYPE,
    ...FORGED,
    fault: fault("INVALID_SIGNATURE"),
    unverified: WRONG_TYPES,
  },
  { layer: "signature", id: "signature-before-expiry", payload: PAST, ...FORGED, fault: fault("INVALID_SIGNATURE") },
  {
    layer: "signature",
    id: "iss-before-types",
    payload: { ...FOREIGN, ...WRONG_TYPE },
    fault: fault("INVALID_ISSUER"),
    unverified: WRONG_TYPES,
  },
  { layer: "signature", id: "iss-before-expiry", payload: { ...FOREIGN, ...PAST }, fault: fault("INVALID_ISSUER") },
  {
    layer: "signature",
    id: "missing-iss-before-expiry",
    payload: { iss: undefined, ...PAST },
    fault: invalidClaims("/iss"),
    unverified: "valid",
  },
  { layer: "time", id: "types-before-aud", payload: { ...WRONG_TYPE, aud: "livekit" }, fault: WRONG_TYPES },
  { layer: "time", id: "types-before-expiry", payload: { ...WRONG_TYPE, ...PAST }, fault: WRONG_TYPES },
  {
    layer: "time",
    id: "missing-exp-before-aud",
    payload: { exp: undefined, aud: "livekit" },
    fault: invalidClaims("/exp"),
    unverified: "valid",
  },
  {
    layer: "time",
    id: "missing-exp-before-nbf",
    payload: { exp: undefined, ...FUTURE },
    fault: invalidClaims("/exp"),
    unverified: "valid",
  },
  { layer: "time", id: "aud-before-expiry", payload: { aud: "livekit", ...PAST }, fault: fault("INVALID_AUDIENCE") },
  { layer: "time", id: "expiry-before-nbf", payload: { ...PAST, ...FUTURE }, fault: fault("EXPIRED") },
];

function padded(parts: Parts): string {
  return join({ ...parts, payload: `${encode("{}")}=` });
}

function paddedHeader(parts: Parts): string {
  return join({ ...parts, header: `${encode('{"alg":"none"}')}=`, signature: "A".repeat(43) });
}

function cut(parts: Parts): string {
  return join({ ...parts, signature: parts.signature.slice(0, -1) });
}
