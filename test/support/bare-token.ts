import { forge, KEY, NOW } from "./tokens.js";

/** Default video grants. */
const VIDEO = {
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
/** All claims of a token that has only `iss` and `exp`, in the order of the schema. */
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

/** Returns a token with `iss`, `exp` and the given claims. */
export const bare = (more: object = {}): string => forge({ iss: KEY, exp: NOW + 600, ...more });
/** Serializes a value, to compare the order of members as well. */
export const text = (value: unknown): string => JSON.stringify(value);
