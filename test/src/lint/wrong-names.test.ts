import { describe, expect, it } from "vitest";
import { findingsOf, lintNow, payload } from "../../support/lint.js";

describe("a name that others use", () => {
  it.each<[place: string, names: readonly string[]]>([
    ["/sub", ["participant", "participantidentity", "participantid", "subject", "userid", "uid"]],
    ["/name", ["participantname", "displayname"]],
    ["/metadata", ["participantmetadata"]],
    ["/attributes", ["participantattributes"]],
    ["/kind", ["participantkind"]],
    ["/iss", ["issuer", "apikey", "livekitapikey"]],
    ["/exp", ["expires", "expiresat", "expiresin", "expiration", "expiry", "ttl", "validfor"]],
    ["/nbf", ["notbefore"]],
    ["/iat", ["issuedat"]],
    ["/video", ["grant", "grants", "permission", "permissions", "videogrant", "videogrants"]],
    ["/sip", ["sipgrant", "sipgrants"]],
    ["/roomConfig", ["roomconfiguration", "roomoptions"]],
    ["/roomConfig/metadata", ["roommetadata"]],
    ["/roomConfig/agents", ["agentdispatch", "dispatch", "roomagentdispatch"]],
    ["/roomConfig/agents/0/agentName", ["agentname"]],
    ["/video/room", ["roomname", "rooms"]],
    ["/video/roomCreate", ["createroom"]],
    ["/video/roomList", ["listrooms"]],
    ["/video/roomRecord", ["recording"]],
    ["/video/canPublishSources", ["sources", "publishsource", "allowedsources"]],
    ["/video/canUpdateOwnMetadata", ["updatemetadata", "updateownmetadata"]],
  ])("is reported with its place, %s: %j", (place, names) => {
    for (const name of names) {
      const [finding, ...more] = lintNow(payload({ [name]: "x" }));
      expect(more).toEqual([]);
      const isClaim = place.lastIndexOf("/") === 0;
      expect(finding).toMatchObject({
        code: isClaim ? "unknown-member" : "misplaced-member",
        pointer: `/${name}`,
        message: `is not a member of Claims; ${isClaim ? `did you mean "${place.slice(1)}"?` : `it belongs at ${place}`}`,
      });
    }
  });

  it("is that of a secret, whatever its value", () => {
    for (const name of ["apisecret", "livekitapisecret", "livekitsecret", "secret", "secretkey", "signingkey"]) {
      expect(findingsOf("secret-in-token", payload({ [name]: 1 }))).toMatchObject([
        { pointer: `/${name}`, message: "is a name for an API secret, which whoever has the token can read" },
      ]);
    }
  });
});
