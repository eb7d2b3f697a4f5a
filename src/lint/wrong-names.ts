import type { Path } from "../json/path.js";

/** Names, without case, underscores and dashes, that are in use for what has another name or place in the claims. */
type WrongNames = Readonly<Record<string, Path>>;

const IDENTITY: Path = ["sub"];
const EXPIRY: Path = ["exp"];
const ISSUER: Path = ["iss"];
const AGENTS: Path = ["roomConfig", "agents"];
const SOURCES: Path = ["video", "canPublishSources"];

/** Wherever they are found. Names that differ little from the right one are not here, nor those of another object. */
export const WRONG_NAMES: WrongNames = {
  identity: IDENTITY,
  participant: IDENTITY,
  participantidentity: IDENTITY,
  participantid: IDENTITY,
  subject: IDENTITY,
  userid: IDENTITY,
  uid: IDENTITY,
  participantname: ["name"],
  displayname: ["name"],
  participantmetadata: ["metadata"],
  participantattributes: ["attributes"],
  participantkind: ["kind"],
  issuer: ISSUER,
  apikey: ISSUER,
  livekitapikey: ISSUER,
  expires: EXPIRY,
  expiresat: EXPIRY,
  expiresin: EXPIRY,
  expiration: EXPIRY,
  expiry: EXPIRY,
  ttl: EXPIRY,
  validfor: EXPIRY,
  notbefore: ["nbf"],
  issuedat: ["iat"],
  grant: ["video"],
  grants: ["video"],
  permission: ["video"],
  permissions: ["video"],
  videogrant: ["video"],
  videogrants: ["video"],
  sipgrant: ["sip"],
  sipgrants: ["sip"],
  roomconfiguration: ["roomConfig"],
  roomoptions: ["roomConfig"],
  roommetadata: ["roomConfig", "metadata"],
  agentdispatch: AGENTS,
  dispatch: AGENTS,
  roomagentdispatch: AGENTS,
  agentname: [...AGENTS, 0, "agentName"],
  roomname: ["video", "room"],
  createroom: ["video", "roomCreate"],
  listrooms: ["video", "roomList"],
  rooms: ["video", "room"],
  recording: ["video", "roomRecord"],
  sources: SOURCES,
  publishsource: SOURCES,
  allowedsources: SOURCES,
  updatemetadata: ["video", "canUpdateOwnMetadata"],
  updateownmetadata: ["video", "canUpdateOwnMetadata"],
};

/** Names, folded likewise, of what no token may hold. */
export const SECRET_NAMES: readonly string[] = [
  "apisecret",
  "livekitapisecret",
  "livekitsecret",
  "secret",
  "secretkey",
  "signingkey",
];
