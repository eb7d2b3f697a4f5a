import type { Claims, ClaimsInit } from "../../generated/types.js";

/**
 * Claims of which only some are looked at: the whole of them as `verify` gives them, or no more than what is named, as in
 * `{ video: { roomJoin: true } }`. What is absent has the default that the schema tells.
 */
export type ClaimsWith<Name extends keyof Claims> = Partial<Pick<Claims, Name>> | Partial<Pick<ClaimsInit, Name>>;
