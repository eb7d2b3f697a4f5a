import { forge, KEY, NOW } from "./tokens.js";

/** The video grants of a token that has none. */
export const VIDEO = {
  roomCreate: false,
  roomList: false,
  roomRecord: false,
  roomAdmin: false,
  roomJoin: false,
  room: "",
  destinationRoom: "",
  canPublish: true,
  canSubscribe: true,
  canPublishData: true,
  canPublishSources: [],
  canUpdateOwnMetadata: false,
  ingressAdmin: false,
  hidden: false,
  recorder: false,
};
const SIP = { admin: false, call: false };
/** All claims of a token that has `iss` and `exp` only, in their order. */
export const CLAIMS = {
  exp: NOW + 600,
  iss: KEY,
  nbf: 0,
  sub: "",
  name: "",
  video: VIDEO,
  sip: SIP,
  sha256: "",
  metadata: "",
  attributes: {},
  roomConfig: null,
};

/** A token with `iss`, `exp` and what is given. */
export const bare = (more: object = {}): string => forge({ iss: KEY, exp: NOW + 600, ...more });
/** Keeps the difference between an absent member and one that is undefined, and the order. */
export const text = (value: unknown): string => JSON.stringify(value);
