import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Shape, shapes } from "../../../../generated/shapes.js";
import { findUnknownNames } from "../../../../src/lint/rules/unknown-members.js";
import { SECRET_NAMES, WRONG_NAMES } from "../../../../src/lint/wrong-names.js";
import { lintNow, payload } from "../../../support/lint.js";

/** Returns the code and the fix of the finding at a place. */
function answer(claims: Record<string, unknown>, pointer: string): string | undefined {
  const finding = lintNow(payload(claims)).find((each) => each.pointer === pointer && each.code.endsWith("-member"));
  return finding && `${finding.code}: ${finding.fix}`;
}

describe("a known member in the wrong place", () => {
  it.each<[Record<string, unknown>, string, string]>([
    [{ grants: { roomJoin: true } }, "/grants", 'misplaced-member: Write "video".'],
    [{ grants: { video: { roomJoin: true } } }, "/grants", 'misplaced-member: Write "video".'],
    [{ roomJoin: true }, "/roomJoin", "misplaced-member: Move it to /video/roomJoin."],
    [{ room: "stage" }, "/room", "misplaced-member: Move it to /video/room."],
    [{ video: { can_publish: false } }, "/video/can_publish", 'unknown-member: Write "canPublish".'],
    [{ video: { "canPublish ": true } }, "/video/canPublish ", 'unknown-member: Write "canPublish".'],
    [{ vedio: {} }, "/vedio", 'unknown-member: Write "video".'],
    [{ api_key: "k" }, "/api_key", 'unknown-member: Write "iss".'],
    [{ room_join: true }, "/room_join", "misplaced-member: Move it to /video/roomJoin."],
    [{ join: true }, "/join", 'misplaced-member: Move it to /video/roomJoin, and call it "roomJoin".'],
    [{ admin: true }, "/admin", 'misplaced-member: Move it to /video/roomAdmin, and call it "roomAdmin".'],
    [{ agents: [] }, "/agents", "misplaced-member: Move it to /roomConfig/agents."],
    [{ maxParticipants: 5 }, "/maxParticipants", "misplaced-member: Move it to /roomConfig/maxParticipants."],
    [{ agentName: "a" }, "/agentName", "misplaced-member: Move it to /roomConfig/agents/0/agentName."],
    [{ ttl: 3600 }, "/ttl", 'unknown-member: Write "exp".'],
    [{ participantName: "Alice" }, "/participantName", 'unknown-member: Write "name".'],
    [{ claims: { sub: "a" } }, "/claims", 'misplaced-member: Move the members of "claims" to the top of the claims.'],
    ...["name", "metadata", "attributes", "sip", "roomConfig", "kind"].map(
      (name): [Record<string, unknown>, string, string] => [
        { video: { [name]: "x" } },
        `/video/${name}`,
        `misplaced-member: Move it to /${name}.`,
      ],
    ),
    [{ video: { agents: [] } }, "/video/agents", "misplaced-member: Move it to /roomConfig/agents."],
    [{ video: { identity: "a" } }, "/video/identity", 'misplaced-member: Move it to /sub, and call it "sub".'],
    [{ video: { video: { roomJoin: true } } }, "/video/video", "misplaced-member: Move it to /video."],
    [{ sip: { roomAdmin: true } }, "/sip/roomAdmin", "misplaced-member: Move it to /video/roomAdmin."],
  ])("is reported with its right place: %j", (claims, pointer, expected) => {
    expect(answer(claims, pointer)).toBe(expected);
  });

  it.each([
    ["join", "roomJoin"],
    ["publish", "canPublish"],
    ["subscribe", "canSubscribe"],
    ["admin", "roomAdmin"],
    ["create", "roomCreate"],
    ["list", "roomList"],
    ["record", "roomRecord"],
    ["ingress", "ingressAdmin"],
    ["canUpdateMetadata", "canUpdateOwnMetadata"],
    ["publishSources", "canPublishSources"],
    ["createRoom", "roomCreate"],
    ["recording", "roomRecord"],
    ["room_name", "room"],
    ["publishData", "canPublishData"],
  ])("is reported with the grant that has another name: %s", (name, grant) => {
    expect(answer({ video: { [name]: true } }, `/video/${name}`)).toBe(`unknown-member: Write "${grant}".`);
  });

  it.each(["agents", "agentId", "agentName", "agentMetadata", "recorders_", "hiddenFrom", "adminOf"])(
    "is never reported with a grant that it does not mention: %s",
    (name) => {
      for (const claims of [{ [name]: "x" }, { video: { [name]: "x" } }]) {
        expect(JSON.stringify(lintNow(payload(claims)))).not.toMatch(/"(agent|hidden)\\"\?|Write \\"(agent|hidden)\\"/);
      }
    },
  );

  it("is reported as an API secret by its name", () => {
    for (const name of ["apiSecret", "api_secret", "LIVEKIT_API_SECRET", ...SECRET_NAMES]) {
      expect(lintNow(payload({ [name]: "x" }))).toMatchObject([{ code: "secret-in-token", pointer: `/${name}` }]);
    }
  });

  it("is reported with existing places only", () => {
    for (const place of Object.values(WRONG_NAMES)) {
      let title: string | undefined = "Claims";
      for (const segment of place) {
        if (typeof segment === "number") continue;
        const shape: Shape | undefined = shapes[title as string];
        expect(Object.keys(shape ?? {})).toContain(segment);
        title = shape?.[segment]?.of;
      }
    }
  });

  it("is reported once for each name", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything(), { noNullPrototype: true }), (video) => {
        const claims = JSON.parse(JSON.stringify({ video })) as { video: object };
        const names = findUnknownNames({ payload: claims } as never).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

describe("the fix for a member", () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    [
      "for the expiry in a grant",
      { video: { ttl: 5 } },
      "/video/ttl",
      "misplaced-member: Write exp: a number of seconds since 1970, such as now + 3600.",
    ],
    [
      "around all claims",
      { payload: { sub: "a" } },
      "/payload",
      'misplaced-member: Move the members of "payload" to the top of the claims.',
    ],
  ])("%s", (_, claims, pointer, expected) => {
    expect(answer(claims, pointer)).toBe(expected);
  });
});
