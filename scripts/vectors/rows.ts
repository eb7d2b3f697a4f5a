/** A rule, by which vectors are grouped, and its possible results. */
export interface Row {
  readonly text: string;
  /** The results of verifying: "valid" or error codes. Each has a vector, and no vector has another result. */
  readonly verify: readonly string[];
  readonly unverified: readonly string[];
}

/** The rules for reading tokens, in the order of the checks. */
export const VERIFY_ROWS = {
  plain: {
    text: "A token with an HS256 header that is signed with the key's secret and within its times is accepted. Defaults are filled in.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  parts: {
    text: "A token is a non-empty string of three parts and of at most 1 MiB (an option). `Bearer ` and white space around the token are not part of it.",
    verify: ["MALFORMED_TOKEN", "valid"],
    unverified: ["MALFORMED_TOKEN", "valid"],
  },
  encoding: {
    text: "Header and payload are canonical base64url without padding. The payload is UTF-8 without a byte order mark, and a JSON object.",
    verify: ["MALFORMED_TOKEN", "valid"],
    unverified: ["MALFORMED_TOKEN", "valid"],
  },
  "signature-form": {
    text: "The signature is canonical base64url of 32 bytes. The header is checked first, since it may name an algorithm with longer signatures. Reading without verifying ignores the signature.",
    verify: ["MALFORMED_TOKEN"],
    unverified: ["valid"],
  },
  algorithm: {
    text: "The header is a JSON object. Its `alg` is exactly HS256, and it has no `crit` in any form. Reading without verifying ignores both members.",
    verify: ["MALFORMED_TOKEN", "UNSUPPORTED_ALGORITHM", "valid"],
    unverified: ["MALFORMED_TOKEN", "valid"],
  },
  "header-ignored": {
    text: "`typ`, `kid` and other members of the header are ignored.",
    verify: ["valid", "INVALID_SIGNATURE"],
    unverified: ["valid"],
  },
  hmac: {
    text: "The signature is the HMAC-SHA-256 of the first two parts of the token, with the text of the key's secret.",
    verify: ["INVALID_SIGNATURE"],
    unverified: ["valid"],
  },
  keys: {
    text: "With several keys, the `iss` selects the key by its exact name before the signature is checked. A key may have several secrets.",
    verify: ["valid", "INVALID_SIGNATURE", "INVALID_ISSUER", "INVALID_CLAIMS", "MALFORMED_TOKEN"],
    unverified: ["valid", "INVALID_CLAIMS", "MALFORMED_TOKEN"],
  },
  issuer: {
    text: '`iss` is required, a string, and the API key. Without verification, an absent `iss` reads as "".',
    verify: ["INVALID_CLAIMS", "INVALID_ISSUER"],
    unverified: ["INVALID_CLAIMS", "valid"],
  },
  types: {
    text: "Every known claim and grant has its type. Null is invalid, except for the room configuration.",
    verify: ["INVALID_CLAIMS"],
    unverified: ["INVALID_CLAIMS"],
  },
  informative: {
    text: "`iat` and `jti` have their types. `iat` is not compared with the clock.",
    verify: ["INVALID_CLAIMS", "valid"],
    unverified: ["INVALID_CLAIMS", "valid"],
  },
  audience: {
    text: "There is no `aud`.",
    verify: ["INVALID_AUDIENCE"],
    unverified: ["valid"],
  },
  expiry: {
    text: "`exp` is required and a finite number; fractions are allowed. From `exp` + leeway on, the token is rejected. Without verification, an absent `exp` reads as 0.",
    verify: ["INVALID_CLAIMS", "EXPIRED", "valid"],
    unverified: ["INVALID_CLAIMS", "valid"],
  },
  "not-before": {
    text: "`nbf` is a finite number; absent, it reads as 0. Before `nbf` − leeway, the token is rejected.",
    verify: ["INVALID_CLAIMS", "NOT_YET_VALID", "valid"],
    unverified: ["INVALID_CLAIMS", "valid"],
  },
  "partial-grants": {
    text: "`video` and `sip` may be absent or `{}`, and `sip` may have only one member. Defaults are filled in.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  "publish-data": {
    text: "An absent `canPublishData` takes the value of `canPublish`.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  tolerated: {
    text: "These are accepted: unknown members; unknown strings in place of an enum value; a repeated member (the last one counts); a name that differs in case (it is unknown and dropped); claims that only minting rejects, such as `roomJoin` without a room.",
    verify: ["valid", "INVALID_CLAIMS", "EXPIRED"],
    unverified: ["valid", "INVALID_CLAIMS"],
  },
  "room-config-null": {
    text: "A room configuration that is null, or a member of it that is null, counts as absent.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  "room-config-spelling": {
    text: "A room configuration may have any spelling of protobuf's JSON (snake_case, numbers of enums, numbers in strings, 60.0). It reads in canonical form: camelCase, names of enums, numbers, without unknown members, unknown names of enums and members at their default. Messages and members of a oneof are kept when they are set.",
    verify: ["valid"],
    unverified: ["valid"],
  },
  "room-config-kind": {
    text: "Members of a room configuration have their protobuf type (string, bool, uint32, int32, finite double, enum, message). No member occurs in two spellings, at most one member of a oneof is set, and no string or name has a lone surrogate.",
    verify: ["INVALID_CLAIMS"],
    unverified: ["INVALID_CLAIMS"],
  },
  order: {
    text: "Of several faults, the first in this order is reported: size, parts, encoding of header and payload, header, form of the signature, HMAC, JSON, `iss`, types, `aud`, `exp`, `nbf`.",
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
    text: "The payload has every member with a default in schema order, then the other members that are set. The compact form leaves out members at their default. It leaves out canPublishData only when canPublish is true too, since some readers take an absent one for true. An object that requires all its members is complete or absent.",
    verify: ["valid"],
  },
  "mint-times": {
    text: "The default of `exp` is six hours from now, that of `nbf` is now. `exp` is later than `nbf`, and all times are before the year 10000. `iss` is the API key.",
    verify: ["valid", "INVALID_CLAIMS"],
  },
  "mint-publish-data": {
    text: "An absent `canPublishData` takes the value of `canPublish`.",
    verify: ["valid"],
  },
  "mint-types": {
    text: "Every member has its type, and one of the listed values where the schema has an enum. Times are integers.",
    verify: ["INVALID_CLAIMS"],
  },
  "mint-unknown": { text: "Unknown members are rejected, in every object.", verify: ["INVALID_CLAIMS"] },
  "mint-join": {
    text: "`roomJoin` requires a `sub` and a `room` that are not empty.",
    verify: ["INVALID_CLAIMS", "valid"],
  },
  "mint-completed": { text: "A `sip` object may have only one member; both are written.", verify: ["valid"] },
  "mint-schema-member": {
    text: "`$schema` may name the schema of the claims for editors. It is not written.",
    verify: ["valid", "INVALID_CLAIMS"],
  },
  "mint-room-config": {
    text: "A room configuration may have any spelling of protobuf's JSON. It is written in canonical form, without members at their default. Unknown members and unknown values of enums are rejected.",
    verify: ["valid", "INVALID_CLAIMS"],
  },
  "mint-secrets": {
    text: "Secrets in a room configuration, and URLs with a user name or password, are rejected unless they are allowed. Invalid claims are reported first.",
    verify: ["SENSITIVE_CREDENTIALS", "INVALID_CLAIMS", "valid"],
  },
  "mint-text": {
    text: "Lone surrogates are rejected in every string. Control characters and characters beyond U+FFFF are kept.",
    verify: ["INVALID_CLAIMS", "valid"],
  },
} as const satisfies Record<string, Omit<Row, "unverified">>;

export type VerifyRow = keyof typeof VERIFY_ROWS;
export type MintRow = keyof typeof MINT_ROWS;

export const ROWS: Readonly<
  Record<string, { text: string; verify: readonly string[]; unverified?: readonly string[] }>
> = { ...VERIFY_ROWS, ...MINT_ROWS };
