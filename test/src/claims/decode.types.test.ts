import { describe, expect, it } from "vitest";
import { load } from "../../../scripts/model/load.js";
import { jsonType } from "../../../scripts/vectors/samples.js";
import { SCHEMA } from "../../support/copies.js";
import { claimsOf, faultsOf } from "../../support/readers.js";
import { forge, payload } from "../../support/tokens.js";

/** Claims and grants, by what they must be. Written down again, so that a slip in a schema shows. */
const MEMBERS = {
  string: [
    ..."/iss /sub /name /sha256 /metadata /jti /kind /roomPreset /video/room /video/destinationRoom".split(" "),
    ..."/agentEndpoint/agentName /agentEndpoint/deployment /agentThread/scope".split(" "),
  ],
  number: ["/exp", "/nbf", "/iat"],
  boolean: [
    ..."/video/roomCreate /video/roomList /video/roomRecord /video/roomAdmin /video/roomJoin".split(" "),
    ..."/video/canPublish /video/canSubscribe /video/canPublishData /video/canUpdateOwnMetadata".split(" "),
    ..."/video/ingressAdmin /video/hidden /video/recorder /video/agent".split(" "),
    ..."/video/canSubscribeMetrics /video/canManageAgentSession /sip/admin /sip/call".split(" "),
    ..."/agent/admin /agent/simulationAdmin /agent/databaseAdmin /agent/dispatchAdmin".split(" "),
    ..."/inference/perform /observability/write /agentEndpoint/call".split(" "),
    ..."/agentThread/all /agentThread/list /agentThread/create /agentThread/write".split(" "),
    ..."/agentThread/read /agentThread/delete".split(" "),
  ],
  object: "/video /sip /attributes /agent /inference /observability /agentEndpoint /agentThread".split(" "),
  array: ["/video/canPublishSources", "/kindDetails", "/agentThread/threadIds"],
};

/** A value of each type, empty and not: what is of the wrong type is still so when empty or zero. */
const VALUES: Record<keyof typeof MEMBERS | "null", unknown[]> = {
  string: ["", "true", "5"],
  number: [0, 1, 1.5],
  boolean: [false, true],
  object: [{}, { length: 0 }],
  array: [[], ["camera"]],
  null: [null],
};

/** A good payload but for the one value, in a grant of its own where the pointer says so. */
function payloadWith(pointer: string, value: unknown): Record<string, unknown> {
  const [claim = "", grant] = pointer.slice(1).split("/");
  return payload({ [claim]: grant === undefined ? value : { [grant]: value } });
}

const cases = Object.entries(MEMBERS).flatMap(([type, pointers]) =>
  pointers.map((pointer) => [pointer, type] as const),
);

/** Each claim and grant of the schemas with its type, roomConfig aside. */
const { defs } = await load(SCHEMA);
const all = (defs.get("Claims")?.members ?? []).flatMap((claim) => {
  const members = claim.value.kind === "object" ? (defs.get(claim.value.name)?.members ?? []) : [];
  const grants = members.map((member) => [`/${claim.name}/${member.name}`, jsonType(member)] as const);
  return claim.nullable ? [] : [[`/${claim.name}`, jsonType(claim)] as const, ...grants];
});

describe("a known claim or grant of the wrong type, or null, is refused where it stands", () => {
  it.each(all)("%s takes a %s only", async (pointer, type) => {
    for (const [other, values] of Object.entries(VALUES)) {
      if (other === type) continue;
      for (const value of values) {
        expect(await faultsOf(forge(payloadWith(pointer, value)))).toEqual([`${pointer} type`]);
      }
    }
  });

  it.each([
    ["/video/canPublishSources", ["camera", 5], "/video/canPublishSources/1 type"],
    ["/video/canPublishSources", [null], "/video/canPublishSources/0 type"],
    ["/video/canPublishSources", [["camera"]], "/video/canPublishSources/0 type"],
    ["/kindDetails", ["forwarded", null], "/kindDetails/1 type"],
    ["/kindDetails", [0], "/kindDetails/0 type"],
    ["/agentThread/threadIds", [{}], "/agentThread/threadIds/0 type"],
    ["/attributes", { seat: 12 }, "/attributes/seat type"],
    ["/attributes", { seat: null }, "/attributes/seat type"],
    ["/attributes", { "a/b~c": ["x"] }, "/attributes/a~1b~0c type"],
    ["/attributes", JSON.parse('{"__proto__":{}}'), "/attributes/__proto__ type"],
  ])("so is an element: %s as %j", async (pointer, value, fault) => {
    expect(await faultsOf(forge(payloadWith(pointer, value)))).toEqual([fault]);
  });

  it("has the type that is written down here", () => {
    expect(all).toEqual(expect.arrayContaining(cases));
  });
});

describe("a known claim or grant of the right type is read as it is", () => {
  const right: Record<string, unknown> = {
    string: "text",
    boolean: true,
    array: ["one", "two"],
  };
  it.each(cases.filter(([pointer, type]) => type in right && pointer !== "/iss"))("%s, a %s", async (pointer, type) => {
    const claims = await claimsOf(forge(payloadWith(pointer, right[type])));
    const [claim = "", grant] = pointer.slice(1).split("/");
    const value = (claims as unknown as Record<string, unknown>)[claim];
    expect(grant === undefined ? value : (value as Record<string, unknown>)[grant]).toEqual(right[type]);
  });

  it("attributes, whatever their names", async () => {
    const attributes = JSON.parse('{"a":"1","":"2","__proto__":"3","constructor":"4","toString":"5","a/b":"6"}');
    const read = (await claimsOf(forge(payload({ attributes })))).attributes;
    expect(Object.entries(read)).toEqual(Object.entries(attributes));
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});
