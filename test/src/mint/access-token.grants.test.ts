import * as fc from "fast-check";
import { AccessToken as NodeAccessToken } from "livekit-server-sdk";
import { describe, expect, it } from "vitest";
import { claimMethods } from "../../../scripts/emit/code/claim-methods.js";
import { load } from "../../../scripts/model/load.js";
import { getDef } from "../../../scripts/model/model.js";
import { fullSample, sampleOf } from "../../../scripts/vectors/samples.js";
import * as api from "../../../src/index.js";
import { AccessToken, type ClaimsInit } from "../../../src/index.js";
import { SCHEMA } from "../../support/copies.js";
import { clock, failure, issuesOf, KEY, payloadOf, pointersOf, SECRET } from "../../support/tokens.js";

type Json = Readonly<Record<string, unknown>>;
type Method = (grants: unknown) => AccessToken;

const model = await load(SCHEMA);
const token = AccessToken.withApiKey(KEY, SECRET).withIdentity("alice");
const minted = async (draft: AccessToken) => payloadOf(await draft.toJwt({ clock }));

/** Each claim with grants: two values without a common member, and a value with every member. */
const GRANTS = claimMethods(model).flatMap(({ claim, set, add }) => {
  if (add === undefined || claim.value.kind !== "object") return [];
  const { name: title } = claim.value;
  const [first, ...others] = getDef(model, title).members;
  if (first === undefined) throw new Error(`${title} has no members`);
  const one = { [first.name]: sampleOf(first) };
  const two =
    others.length > 0
      ? Object.fromEntries(others.map((member) => [member.name, sampleOf(member)]))
      : { [first.name]: false };
  const call = (method: string) => (draft: AccessToken, grants: unknown) =>
    (draft as unknown as Readonly<Record<string, Method>>)[method]?.call(draft, grants) as AccessToken;
  const claims = (grants: Json) => ({ [claim.name]: grants }) as ClaimsInit;
  return [
    {
      claim: claim.name,
      first: first.name,
      set: call(set),
      add: call(add),
      names: [set, add],
      claims,
      one,
      two,
      whole: fullSample(model, title),
    },
  ];
});

describe.each(GRANTS)("$names", ({ claim, first, set, add, claims, one, two, whole }) => {
  const both = { ...one, ...two };
  const cases: Readonly<Record<string, readonly [AccessToken, AccessToken]>> = {
    "with… sets": [set(token, one), token.withClaims(claims(one))],
    "with… twice: the second replaces the first": [set(set(token, one), two), set(token, two)],
    "add… alone": [add(token, one), set(token, one)],
    "add… twice": [add(add(token, one), two), set(token, both)],
    "add… twice, to the same member": [add(add(token, two), { ...two, ...one }), set(token, { ...two, ...one })],
    "with…, then add…": [add(set(token, one), two), set(token, both)],
    "add…, then with…": [set(add(token, one), two), set(token, two)],
    "add… around with…": [add(set(add(token, two), one), two), set(token, both)],
    "withClaims, then add…": [add(token.withClaims(claims(one)), two), set(token, both)],
    "add…, then withClaims": [add(token, one).withClaims(claims(two)), set(token, two)],
    "add… around withClaims": [add(add(token, two).withClaims(claims(one)), two), set(token, both)],
    "add…, then withClaims of others": [add(token, one).withClaims({ name: "n" }), set(token, one).withName("n")],
    "withClaims of others, then add…": [add(token.withClaims({ name: "n" }), one), set(token, one).withName("n")],
    "withClaims again, after add…": [
      add(token.withClaims(claims(one)), two).withClaims({ name: "n" }),
      set(token, two).withName("n"),
    ],
    "with… of undefined members": [set(token, { ...two, [first]: undefined }), set(token, withoutMember(two, first))],
    "add… of undefined members": [add(set(token, both), { [first]: undefined }), set(token, both)],
    "with… of undefined": [set(set(token, one), undefined), set(token, one)],
    "add… of undefined": [add(set(token, one), undefined), set(token, one)],
    "add… of nothing": [add(set(token, one), {}), set(token, one)],
    "add… of the whole": [add(set(token, one), whole), set(token, whole)],
    "add… to the whole": [add(set(token, whole), one), set(token, { ...whole, ...one })],
  };

  it.each(Object.entries(cases))("%s", async (_, [draft, same]) => {
    const outcome = (of: AccessToken) => minted(of).catch((error: Error) => error.message);
    expect(await outcome(draft)).toEqual(await outcome(same));
  });

  it("mints all members unchanged", async () => {
    expect((await minted(add(token, whole)))[claim]).toEqual(whole);
  });

  it("adds all members of verified grants", async () => {
    const verified = (await minted(set(token, one)))[claim] as Json;
    expect((await minted(add(set(token, whole), verified)))[claim]).toEqual({ ...whole, ...verified });
  });

  it("does not change the template, or other drafts made from it", async () => {
    const template = set(token, one);
    const before = await minted(template);
    const [changed, other] = [add(template, two), add(template, {})];
    expect(await outcome(changed)).not.toEqual(before);
    expect(await minted(template)).toEqual(before);
    expect(await minted(other)).toEqual(before);
  });

  it("copies its argument", async () => {
    const [mine, added] = [{ ...one } as Record<string, unknown>, { ...one } as Record<string, unknown>];
    const draft = add(set(token, mine), added);
    mine[first] = "spoilt";
    added.spoilt = true;
    expect(await minted(draft)).toEqual(await minted(set(token, one)));
  });

  it("returns the same draft for undefined", () => {
    for (const method of [set, add]) expect(method(token, undefined)).toBe(token);
  });

  it.each([
    ["add… of no object", add(set(token, one), 5), [`/${claim}`]],
    ["add… to no object", add(set(token, 5), one), [`/${claim}`]],
    ["add… of null", add(token, null), [`/${claim}`]],
    ["add… of a list", add(set(token, one), [one]), [`/${claim}`]],
    ["add… of an unknown member", add(token, { newMember: 1 }), [`/${claim}/newMember`]],
    ["add… of what is no JSON", add(set(token, one), () => one), [`/${claim}`]],
    ["add… twice, first of what is no JSON", add(add(token, { [first]: () => 1 }), one), [`/${claim}/${first}`]],
  ])("rejects with INVALID_CLAIMS: %s", async (_, draft, pointers) => {
    expect(await pointersOf(draft.toJwt())).toEqual(pointers);
  });

  it("replaces an earlier invalid value in a with… method", async () => {
    expect(await minted(set(add(token, { newMember: () => 1 }), one))).toEqual(await minted(set(token, one)));
  });

  const outcome = (of: AccessToken) => minted(of).catch((error: Error) => error.message);
});

function withoutMember(object: Json, name: string): Json {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

describe("adding grants, as Node's SDK does", () => {
  const part = fc.record(
    { room: fc.constantFrom("a", "b"), canPublish: fc.boolean(), canSubscribe: fc.boolean(), hidden: fc.boolean() },
    { requiredKeys: [] },
  );

  it("adds the same grants call by call, and keeps canPublish: false", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 5 }), async (parts) => {
        const theirs = new NodeAccessToken(KEY, SECRET, { identity: "alice" });
        for (const grants of parts) theirs.addGrant(grants);
        const ours = parts.reduce((draft, grants) => draft.addGrants(grants), token);
        expect((await minted(ours)).video).toMatchObject(payloadOf(await theirs.toJwt()).video as object);
      }),
      { numRuns: 50 },
    );
  });

  it("merges members over the set grants in order, however the calls are mixed", async () => {
    const step = fc.tuple(fc.constantFrom("with", "add"), part);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.nat({ max: 6 }), part, async (steps, at, claimed) => {
        let [draft, expected] = [token, {} as object];
        for (const [index, [kind, grants]] of [...steps, ["add", {}] as const].entries()) {
          if (index === Math.min(at, steps.length)) [draft, expected] = [draft.withClaims({ video: claimed }), claimed];
          draft = kind === "with" ? draft.withGrants(grants) : draft.addGrants(grants);
          expected = kind === "with" ? grants : { ...expected, ...grants };
        }
        expect(await minted(draft)).toEqual(await minted(token.withGrants(expected)));
      }),
    );
  });
});

it("exposes no internal method of the base class", () => {
  const names = new Set<string>();
  for (let part: object | null = AccessToken.prototype; part !== Object.prototype; part = Object.getPrototypeOf(part))
    for (const name of Object.getOwnPropertyNames(part)) names.add(name);
  const methods = claimMethods(model).flatMap(({ set, add }) => (add === undefined ? [set] : [set, add]));
  const written = ["constructor", "withTtl", "withClaims", "allowSensitiveCredentials", "toJwt", "addGrant"];
  expect([...names].sort()).toEqual([...methods, ...written].sort());
  expect(Object.values(api).filter((value) => typeof value === "symbol")).toEqual([]);
});

it("reports an invalid added member with its place", async () => {
  const [issue] = await issuesOf(
    token
      .withGrants({ room: "r" })
      .addGrants({ roomName: "s" } as never)
      .toJwt(),
  );
  expect(issue).toMatchObject({ pointer: "/video/roomName", suggestion: "room" });
  expect((await failure(token.addGrants({ roomJoin: true }).toJwt())).message).toContain(
    "/video/room is required when video.roomJoin is true",
  );
});
