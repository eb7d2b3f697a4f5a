import type { GrantsClaim } from "../../../../generated/setters.js";
import type { ClaimsInit } from "../../../../generated/types.js";

/** Any boolean of any grant. */
type Granted = {
  [Claim in GrantsClaim]: {
    readonly claim: Claim;
    readonly member: BooleanOf<NonNullable<ClaimsInit[Claim]>>;
    readonly help: string;
  };
}[GrantsClaim];

type BooleanOf<T> = { [Name in keyof T]-?: boolean extends T[Name] ? Name : never }[keyof T];

/** The flags of `mint` that set a grant; the names are those of `lk token create`. */
export const GRANT_FLAGS = {
  join: { claim: "video", member: "roomJoin", help: "may join the room; needs --room and --identity" },
  admin: { claim: "video", member: "roomAdmin", help: "may moderate the room; needs --room" },
  create: { claim: "video", member: "roomCreate", help: "may create and delete rooms" },
  list: { claim: "video", member: "roomList", help: "may list rooms" },
  record: { claim: "video", member: "roomRecord", help: "may start, stop and list recordings and other egress" },
  egress: { claim: "video", member: "roomRecord", help: "the same as --record" },
  ingress: { claim: "video", member: "ingressAdmin", help: "may manage every ingress" },
  inference: { claim: "inference", member: "perform", help: "may use hosted inference" },
  "sip-admin": { claim: "sip", member: "admin", help: "may manage SIP trunks, dispatch rules and calls" },
  "sip-call": { claim: "sip", member: "call", help: "may place outbound SIP calls" },
  "allow-update-metadata": {
    claim: "video",
    member: "canUpdateOwnMetadata",
    help: "may change its own name, metadata and attributes",
  },
} as const satisfies Readonly<Record<string, Granted>>;

export type GrantFlag = keyof typeof GRANT_FLAGS;
