/** A rule of what is accepted, as a vector names it, and what comes of it. */
export interface Row {
  readonly text: string;
  /** "valid" and the error codes that the rule leads to; each has a vector, and none has another. */
  readonly verify: readonly string[];
  readonly unverified: readonly string[];
}

/** The rules for reading tokens, in the order of the checks. */
export const VERIFY_ROWS = {
  plain: {
    text: "A token with an HS256 header, signed with the key's secret, within its time, is accepted; defaults are filled in.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  parts: {
    text: "A token is a non-empty string of at most 1 MiB (an option) with three parts; neither `Bearer ` nor white space around it belongs to it.",
    verify: ["MALFORMED_TOKEN", "valid"],
    unverified: ["MALFORMED_TOKEN", "valid"],
  },
  encoding: {
    text: "Header and payload are canonical base64url without padding. The payload is UTF-8 without a byte order mark, and a JSON object.",
    verify: ["MALFORMED_TOKEN", "valid"],
    unverified: ["MALFORMED_TOKEN", "valid"],
  },
  "signature-form": {
    text: "The signature is canonical base64url of 32 bytes; the header, which may name an algorithm with longer ones, is looked at before. Reading without verifying does not look at it.",
    verify: ["MALFORMED_TOKEN"],
    unverified: ["valid"],
  },
  algorithm: {
    text: "The header is a JSON object whose `alg` is exactly HS256, without a `crit` in any form. Reading without verifying looks at neither member.",
    verify: ["MALFORMED_TOKEN", "UNSUPPORTED_ALGORITHM", "valid"],
    unverified: ["MALFORMED_TOKEN", "valid"],
  },
  "header-ignored": {
    text: "`typ`, `kid` and other members of the header are ignored.",
    verify: ["valid", "INVALID_SIGNATURE"],
    unverified: ["valid"],
  },
  hmac: {
    text: "The signature is the HMAC-SHA-256 of the token's first two parts under the text of the key's secret.",
    verify: ["INVALID_SIGNATURE"],
    unverified: ["valid"],
  },
  keys: {
    text: "With several keys the `iss` picks the key, of those that are there by that very name, before the signature is checked. A key may have several secrets.",
    verify: ["valid", "INVALID_SIGNATURE", "INVALID_ISSUER", "INVALID_CLAIMS", "MALFORMED_TOKEN"],
    unverified: ["valid", "INVALID_CLAIMS", "MALFORMED_TOKEN"],
  },
  issuer: {
    text: '`iss` is there, a string, and the API key. Absent it reads "" without verifying.',
    verify: ["INVALID_CLAIMS", "INVALID_ISSUER"],
    unverified: ["INVALID_CLAIMS", "valid"],
  },
  types: {
    text: "Every known claim and grant is of its type; null is of none (but for the room configuration).",
    verify: ["INVALID_CLAIMS"],
    unverified: ["INVALID_CLAIMS"],
  },
  informative: {
    text: "`iat` and `jti` are of their type. `iat` is not compared with the clock.",
    verify: ["INVALID_CLAIMS", "valid"],
    unverified: ["INVALID_CLAIMS", "valid"],
  },
  audience: {
    text: "There is no `aud`.",
    verify: ["INVALID_AUDIENCE"],
    unverified: ["valid"],
  },
  expiry: {
    text: "`exp` is there and a finite number, fractions allowed; the token is refused from `exp` + leeway on. Absent it reads 0 without verifying.",
    verify: ["INVALID_CLAIMS", "EXPIRED", "valid"],
    unverified: ["INVALID_CLAIMS", "valid"],
  },
  "not-before": {
    text: "`nbf` is a finite number, or absent, which reads 0; the token is refused before `nbf` − leeway.",
    verify: ["INVALID_CLAIMS", "NOT_YET_VALID", "valid"],
    unverified: ["INVALID_CLAIMS", "valid"],
  },
  "partial-grants": {
    text: "`video` and `sip` may be absent or `{}`, and `sip` may have one member; defaults are filled in.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  "publish-data": {
    text: "`canPublishData` takes the value of `canPublish` when it is absent.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  tolerated: {
    text: "Unknown members, unknown strings where the claims have an enumeration, a member twice (the last counts) and a name that differs in case (unknown, so dropped) are accepted. So is what only minting refuses, such as joining no room.",
    verify: ["valid", "INVALID_CLAIMS", "EXPIRED"],
    unverified: ["valid", "INVALID_CLAIMS"],
  },
  "room-config-null": {
    text: "A room configuration that is null, or a member of it that is null, is absent.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  "room-config-spelling": {
    text: "A room configuration may be in any spelling of protobuf's JSON (snake_case, numbers of enums, numbers in strings, 60.0). It reads in one form: camelCase, names of enums, numbers, without unknown members, unknown names of enums and what is at its default. Messages and members of a oneof stay once they are set.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  "room-config-kind": {
    text: "Members of a room configuration are within their kind in protobuf (string, bool, uint32, int32, finite double, enum, message); none is there in two spellings, of a oneof at most one is set, and no text or name in it has a lone surrogate.",
    verify: ["INVALID_CLAIMS"],
    unverified: ["INVALID_CLAIMS"],
  },
  order: {
    text: "Of several faults the first one counts: size, parts, encoding of header and payload, header, form of the signature, HMAC, JSON, `iss`, types, `aud`, `exp`, `nbf`.",
    verify: [
      ...["MALFORMED_TOKEN", "UNSUPPORTED_ALGORITHM", "INVALID_SIGNATURE", "INVALID_ISSUER"],
      ...["INVALID_CLAIMS", "INVALID_AUDIENCE", "EXPIRED"],
    ],
    unverified: ["MALFORMED_TOKEN", "INVALID_CLAIMS", "valid"],
  },
} as const satisfies Record<string, Row>;

/** The rules for minting. */
export const MINT_ROWS = {
  "mint-payload": {
    text: "The payload has every member with a default, in the schema's order, then the others that are set. In compact form, members at their default are left out, canPublishData only where canPublish is true too, since some readers take an absent one for true; an object that needs all its members is whole or absent.",
    verify: ["valid"],
  },
  "mint-times": {
    text: "`exp` is six hours on and `nbf` is now, unless they are given; `exp` is later than `nbf`, and all times lie before the year 10000; `iss` is the API key.",
    verify: ["valid", "INVALID_CLAIMS"],
  },
  "mint-publish-data": {
    text: "`canPublishData` takes the value of `canPublish` when it is absent.",
    verify: ["valid"],
  },
  "mint-types": {
    text: "Every member is of its type, and one of the names where the schema lists them. Times are whole.",
    verify: ["INVALID_CLAIMS"],
  },
  "mint-unknown": { text: "Unknown members are refused, in every object.", verify: ["INVALID_CLAIMS"] },
  "mint-join": {
    text: "`roomJoin` needs a `sub` and a `room` that are not empty.",
    verify: ["INVALID_CLAIMS", "valid"],
  },
  "mint-completed": { text: "A `sip` object may have one member; both are written.", verify: ["valid"] },
  "mint-schema-member": {
    text: "`$schema` may name the schema of the claims, for editors, and is not written.",
    verify: ["valid", "INVALID_CLAIMS"],
  },
  "mint-room-config": {
    text: "A room configuration may be in any spelling of protobuf's JSON; it is written in the schema's, without what is at its default. Members and values of enums that nobody knows are refused.",
    verify: ["valid", "INVALID_CLAIMS"],
  },
  "mint-secrets": {
    text: "Secrets in a room configuration, and URLs with a user name or password in it, are refused unless they are allowed; invalid claims are told first.",
    verify: ["SENSITIVE_CREDENTIALS", "INVALID_CLAIMS", "valid"],
  },
  "mint-text": {
    text: "Lone surrogates are refused in every string; control characters and those beyond U+FFFF survive.",
    verify: ["INVALID_CLAIMS", "valid"],
  },
} as const satisfies Record<string, Omit<Row, "unverified">>;

export type VerifyRow = keyof typeof VERIFY_ROWS;
export type MintRow = keyof typeof MINT_ROWS;

export const ROWS: Readonly<
  Record<string, { text: string; verify: readonly string[]; unverified?: readonly string[] }>
> = { ...VERIFY_ROWS, ...MINT_ROWS };
