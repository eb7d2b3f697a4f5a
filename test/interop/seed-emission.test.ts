import { expect, it } from "vitest";
import { type MemberShape, shapes } from "../../generated/shapes.js";
import { AccessToken, buildClaims } from "../../src/index.js";
import { differences } from "./agreement.js";
import { type Case, casesFor, grantsTable, KEY, SECRET } from "./grants-table.js";
import { describePeers } from "./peer-suite.js";
import { valueAt } from "./pointers.js";

type Json = Record<string, unknown>;

const mintOurs = ({ claims }: Case): Promise<string> =>
  AccessToken.withApiKey(KEY, SECRET).withClaims(claims).allowSensitiveCredentials().toJwt();

const headerOf = (token: string): string => token.slice(0, token.indexOf("."));

/** Returns the payload with times of 0 and with the keys of maps sorted, since their order is not defined. */
function emissionOf(token: string): string {
  const payload: Json = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  for (const time of ["exp", "nbf"]) payload[time] = 0;
  return JSON.stringify(inOrder(payload, { of: "Claims" }), null, 1);
}

function inOrder(value: unknown, shape: MemberShape): unknown {
  if (Array.isArray(value)) return value.map((element) => inOrder(element, shape));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value);
  if (shape.many === "map") return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member, memberOf(shape, name))]));
}

/** Whether a member that the seed leaves out matters: not its own times, nor a default in the room configuration. */
function isMissed({ claims }: Case, pointer: string): boolean {
  if (pointer === "/nbf") return false;
  return !pointer.startsWith("/roomConfig/") || valueAt(buildClaims(claims), pointer) !== undefined;
}

function memberOf({ of = "" }: MemberShape, name: string): MemberShape {
  const member = shapes[of]?.[name];
  if (!member) throw new Error(`no ${of} has a ${name}`);
  return member;
}

describePeers(
  "a full token is equal to the seed's",
  (peer) => {
    it("in header, members, order and values, for everything that the seed can express", async () => {
      const different: string[] = [];
      let compared = 0;
      for (const each of casesFor("rust")) {
        const answer = await peer().mint({ key: KEY, secret: SECRET, claims: { ...each.claims } });
        if (!answer.ok) throw new Error(`${each.name}: ${answer.error}`);
        if (answer.skipped?.some((pointer) => isMissed(each, pointer))) continue;
        const ours = await mintOurs(each);
        expect(headerOf(ours)).toBe(headerOf(answer.token));
        if (emissionOf(ours) !== emissionOf(answer.token)) different.push(each.name);
        compared++;
      }
      console.log(`${compared} of ${grantsTable.length} cases can be expressed by the seed`);
      // In the seed, an absent canPublishData is true. In servers and here, it has the value of canPublish.
      expect(different).toEqual(["/video/canPublish false"]);
    });

    it("except for an absent canPublishData with canPublish false", async () => {
      const claims = { video: { canPublish: false } };
      const answer = await peer().mint({ key: KEY, secret: SECRET, claims });
      if (!answer.ok) throw new Error(answer.error);
      const [ours, theirs] = [await mintOurs({ name: "", claims }), answer.token].map((token) =>
        JSON.parse(emissionOf(token)),
      );
      expect(differences(theirs, ours)).toEqual([{ pointer: "/video/canPublishData", expected: true, actual: false }]);
    });
  },
  (name) => name === "rust",
);
