import type { Claims, ClaimsInit } from "../../generated/types.js";

/**
 * The claims that a function reads. Accepts complete claims as `verify` returns them, or only the claims that are named:
 * `{ video: { roomJoin: true } }`. An absent member has the default of the schema.
 */
export type ClaimsWith<Name extends keyof Claims> = Partial<Pick<Claims, Name>> | Partial<Pick<ClaimsInit, Name>>;
