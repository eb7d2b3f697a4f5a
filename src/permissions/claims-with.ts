import type { Claims, ClaimsInit } from "../../generated/types.js";

/**
 * Claims of which a function reads some: all of them as `verify` returns them, or only those named, as in `{ video:
 * { roomJoin: true } }`. An absent member has its default in the schema.
 */
export type ClaimsWith<Name extends keyof Claims> = Partial<Pick<Claims, Name>> | Partial<Pick<ClaimsInit, Name>>;
