import type { VerifyRow } from "../rows.js";

/** The reasons why vectors expect another result than that of the Rust SDK, which this library otherwise follows. */
export const SEED_NOTES: Readonly<Partial<Record<VerifyRow, string>>> = {
  plain: "The Rust SDK rejects enum values of a roomConfig that were added after its release, such as MCAP.",
  encoding:
    "JSON has one kind of number, and 4.1024448e9 is an integer. The Rust SDK parses it as a float, which it rejects as a time.",
  algorithm:
    "A `crit` lists extensions that a verifier must understand (RFC 7515, section 4.1.11). LiveKit uses none, so every header with a `crit` is rejected, whatever its form. A repeated member is accepted in the header, as in the payload.",
  "header-ignored":
    "Verifiers ignore header members that they do not understand (RFC 7515, section 4). The Rust SDK parses some members as strings, and rejects the token when an unimportant one has another type.",
  issuer: "A token without `iss` does not say which key signed it. Every version of every SDK writes `iss`.",
  types:
    "The Rust SDK does not know newer grants, so it does not check their types. It also accepts a list in place of an object, member by member. This library checks every claim that it returns.",
  informative: "The Rust SDK does not read `iat` and `jti`. This library returns them, so it checks their types.",
  audience: "The Rust SDK rejects an `aud` that is a string or a list. This library also rejects null and numbers.",
  expiry:
    "A NumericDate may have a fraction and any size (RFC 7519, section 2). The Rust SDK accepts integers of up to 64 bits.",
  "not-before": "The same is true of `nbf`, which may also be before 1970.",
  "partial-grants":
    "The Go SDK mints `sip` objects with one member, since it leaves out members that are false. The Rust SDK has no default for the other member.",
  "publish-data":
    "On the server, a participant that may not publish may not send data either, unless the token says so. The Rust SDK reads an absent `canPublishData` as true, and so reports a right that the server does not grant.",
  tolerated:
    "RFC 7519 (section 4) allows a parser to reject a repeated member or to use the last one. JavaScript uses the last one. So do the servers, except that Go merges objects.",
  "room-config-null": "In protobuf's JSON, null means that a member is absent, whatever its type.",
  "room-config-spelling":
    "The other spellings are those of protobuf's JSON, which the servers accept. Like the servers, this library drops unknown names of an enum, so that tokens of newer SDKs verify.",
  "room-config-kind":
    "Doubles that are not finite cannot be written as JSON numbers. `+60` and `060` are not JSON numbers, and the servers reject them.",
};
