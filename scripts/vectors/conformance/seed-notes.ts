import type { VerifyRow } from "../rows.js";

/** Why vectors expect something else than what the Rust SDK does, which this library otherwise follows. */
export const SEED_NOTES: Readonly<Partial<Record<VerifyRow, string>>> = {
  encoding:
    "JSON has one kind of number, and 4.1024448e9 is a whole one. The Rust SDK takes it for a float, which a time is not there.",
  algorithm:
    "A `crit` names what a verifier must understand (RFC 7515, section 4.1.11); LiveKit uses none, so whoever writes one, in whatever form, wants something that would not be done. A member twice is no fault of the header more than of the payload.",
  "header-ignored":
    "What is not understood is ignored (RFC 7515, section 4). The Rust SDK reads a header into strings, and refuses the token when an unimportant member is something else.",
  issuer: "A token without `iss` does not say whose it is. Every SDK writes it, so its absence is no matter of age.",
  types:
    "The Rust SDK does not know the grants that came after it, so their types are not looked at; and it takes a list for an object, member by member. A claim that is handed on as checked has to be.",
  informative: "The Rust SDK has no `iat` and no `jti`. Those who read them here may rely on their types.",
  audience: "The Rust SDK refuses an `aud` that is a string or a list. One that is null or a number is no better.",
  expiry:
    "A NumericDate may have a fraction, and be of any size (RFC 7519, section 2). The Rust SDK takes whole numbers of up to 64 bits.",
  "not-before": "The same goes for `nbf`, which may also lie before 1970.",
  "partial-grants":
    "The Go SDK mints `sip` objects with one member, as it leaves out what is false; the Rust SDK has no default for the other.",
  "publish-data":
    "The server lets nobody send data who may not publish, unless the token says so. The Rust SDK reads an absent `canPublishData` as true, and so shows a right that the server does not give.",
  tolerated:
    "RFC 7519 (section 4) lets a parser refuse a member twice or take the last one. Parsers of JSON in the languages that this runs on take the last one; so do the servers, but that Go merges objects.",
  "room-config-null": "In protobuf's JSON null stands for a member that is absent, whatever its kind.",
  "room-config-spelling":
    "The other spellings are those of protobuf's JSON, which the servers read. A name that an enum does not know is dropped, as they do it, so that tokens of newer SDKs verify.",
  "room-config-kind":
    "Doubles that are not finite cannot be written as JSON numbers again. `+60` and `060` are no numbers of JSON, and the servers refuse them.",
};
