import { describe, expect, it } from "vitest";
import * as endpoint from "../../src/endpoint.js";
import * as index from "../../src/index.js";
import * as lint from "../../src/lint.js";
import * as permissions from "../../src/permissions.js";
import * as schemas from "../../src/schemas.js";
import * as targets from "../../src/targets.js";
import { hostileValues, RAISED } from "../support/hostile-values.js";
import { forge, KEY, payload, SECRET } from "../support/tokens.js";

const { AccessToken, AccessTokenError, TokenVerifier } = index;

type Call = (...args: unknown[]) => unknown;

const token = AccessToken.withApiKey(KEY, SECRET);

/** Classes are listed below, except the error, which only those who throw one construct. */
const isClass = (value: unknown): boolean => /^class /.test(String(value));

/** The functions among the members of an object, bound to it, and of the objects in it. */
function functionsOf(name: string, object: object): [string, Call][] {
  return Object.entries(object).flatMap(([member, value]): [string, Call][] => {
    const path = `${name}.${member}`;
    if (typeof value === "object" && value !== null) return functionsOf(path, value);
    if (typeof value !== "function" || isClass(value)) return [];
    return [[path, (...args) => value.apply(object, args)]];
  });
}

/** The methods of an object, inherited ones too, those of all objects apart. */
function methodsOf(name: string, object: object): [string, Call][] {
  const found = new Map<string, Call>();
  for (let at = object; at !== Object.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
    for (const [member, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value !== "function" || member === "constructor" || found.has(`${name}.${member}`)) continue;
      found.set(`${name}.${member}`, (...args) => value.apply(object, args));
    }
  }
  return [...found];
}

const entries = { endpoint, index, lint, permissions, schemas, targets };
const calls: [string, Call][] = [
  ...Object.entries(entries).flatMap(([name, entry]) => functionsOf(name, { ...entry })),
  ...methodsOf("AccessToken", AccessToken),
  ...methodsOf("TokenVerifier", TokenVerifier),
  ...methodsOf("token", token),
  ...methodsOf("verifier", TokenVerifier.withApiKey(KEY, SECRET)),
  ["AccessTokenError.is", AccessTokenError.is],
  ["new AccessToken", (...args) => Reflect.construct(AccessToken, args)],
  ["new TokenVerifier", (...args) => Reflect.construct(TokenVerifier, args)],
  ["a target's check", (claims) => targets.target("livekit-server@1.9.11").check(claims as index.Claims)],
];

const DECISION = { identity: "a", room: "r" };
const ENDPOINT = { serverUrl: "wss://host", token };

const tokenRequest = (): Request =>
  new Request("https://host/token", { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } });

/** Arguments that are right for many calls; a hostile value follows them. */
const BEFORE: unknown[][] = [
  [],
  [payload()],
  [payload(), "x"],
  [KEY],
  [KEY, SECRET],
  [forge(payload())],
  ["livekit-server@1.9.11"],
  [ENDPOINT],
];

/** A call with arguments, and the words for it. */
type Attempt = readonly [what: string, call: Call, args: readonly unknown[]];

/** Throws whatever a call throws, or its promise rejects with. */
async function attempt(call: Call, args: readonly unknown[]): Promise<void> {
  const result = call(...args);
  // What is minted later is read now.
  if (result instanceof AccessToken) await result.toJwt();
  // The handler of a token endpoint reads some of its options only now.
  if (typeof result === "function") await result(tokenRequest());
  if (result instanceof Promise) await result;
}

/** Returns the errors that are not the library's own, or that quote the input. */
async function foreignErrorsOf(attempts: readonly Attempt[]): Promise<{ what: string; error: unknown }[]> {
  const found: { what: string; error: unknown }[] = [];
  for (const [what, call, args] of attempts) {
    try {
      await attempt(call, args);
    } catch (error) {
      if (!(error instanceof AccessTokenError) || error.message.includes(RAISED)) found.push({ what, error });
    }
  }
  return found;
}

describe("every public function throws AccessTokenError alone", () => {
  it("there are functions of every entry", () => {
    const names = calls.map(([name]) => name.split(".")[0]);
    expect([...new Set(names)]).toEqual(expect.arrayContaining(Object.keys(entries)));
    expect(calls.map(([name]) => name)).toEqual(
      expect.arrayContaining(["index.Claims.fromUnverified", "token.withRoomConfig", "verifier.verifyWebhook"]),
    );
  });

  it.each(calls)("%s", async (_, call) => {
    const attempts = BEFORE.flatMap((before) =>
      Object.entries(hostileValues()).map(([name, value]): Attempt => {
        return [`${name} after ${before.length}`, call, [...before, value]];
      }),
    );
    expect(await foreignErrorsOf(attempts)).toEqual([]);
  });
});

describe("a value that is hostile at any place", () => {
  /** What holds the value, where the library looks. */
  const places: Record<string, (value: unknown) => unknown> = {
    "in a time": (value) => ({ exp: value }),
    "in a grant": (value) => ({ video: value }),
    "in a member of a grant": (value) => ({ video: { roomAdmin: value } }),
    "in a list": (value) => ({ video: { canPublishSources: ["camera", value] } }),
    "for a list": (value) => ({ video: { canPublishSources: value }, agentThread: { read: true, threadIds: value } }),
    "in a map": (value) => ({ attributes: { a: value } }),
    "in a room configuration": (value) => ({ roomConfig: { agents: [value], egress: value, tags: { a: value } } }),
    "for lists of a room configuration": (value) => ({ roomConfig: { agents: value } }),
    "in options": (value) => ({ clock: value, target: value, profile: value, leeway: value, ignored: value }),
    "in what functions of options return": (value) => ({
      clock: () => value,
      target: { name: "t", check: () => value },
    }),
    "in the issues of a target": (value) => ({ target: { name: "t", check: () => [value] } }),
    "in an issue of a target": (value) => ({
      target: { name: "t", check: () => [{ path: ["sub", value], keyword: value, message: value, suggestion: value }] },
    }),
    "in the options of an endpoint": (value) => ({ ...ENDPOINT, authorize: () => DECISION, mint: value, cors: value }),
    "in the origins of an endpoint": (value) => ({ ...ENDPOINT, authorize: () => DECISION, cors: { origins: value } }),
    "in a list of origins": (value) => ({ ...ENDPOINT, authorize: () => DECISION, cors: { origins: [value] } }),
    "in the address and token of an endpoint": (value) => ({
      serverUrl: value,
      token: value,
      authorize: () => value,
      onError() {},
    }),
    "in what authorize returns": (value) => ({ ...ENDPOINT, authorize: () => value, onError() {} }),
    "in an authorization": (value) => ({ ...DECISION, grants: value, attributes: value, roomConfig: value }),
    "in keys": (value) => ({ [KEY]: value }),
    "in a list of secrets": (value) => ({ [KEY]: [SECRET, value] }),
  };

  /** The calls that differ in how they read: not every setter and schema. */
  const distinct = calls.filter(
    ([path]) => !/^token\.(?:with|add)(?!Claims|Grants|RoomConfig)|^schemas\.|^index\.(?!claims).*Schema/.test(path),
  );

  const CLAIMS = { sub: "a", exp: 1 };
  const TARGET = "livekit-server@1.9.11";
  /** The arguments that a hostile value may follow, where the call reads the value: by the entry or class of the call. */
  const before: Record<string, unknown[][]> = {
    endpoint: [[ENDPOINT]],
    index: [[CLAIMS], [forge(payload())]],
    lint: [[CLAIMS]],
    targets: [[CLAIMS], [TARGET], [TARGET, payload()]],
    AccessToken: [[KEY, SECRET]],
    TokenVerifier: [[KEY, SECRET]],
  };

  it.each(Object.entries(places))("%s", async (_, place) => {
    // A cycle is copied up to the size of a token each time, and takes long.
    const { "a cycle": _cycle, "an array of holes": holes, ...others } = hostileValues();
    // The text of so many holes, which an issue would be made of, takes long too; the target is the caller's own code.
    const values = place === places["in an issue of a target"] ? others : { ...others, "an array of holes": holes };
    const attempts = distinct.flatMap(([path, call]) =>
      Object.entries(values).flatMap(([name, value]) =>
        [[], ...(before[path.split(".")[0] as string] ?? [])].map((args): Attempt => {
          return [`${path}: ${name} after ${args.length}`, call, [...args, place(value)]];
        }),
      ),
    );
    expect(await foreignErrorsOf(attempts)).toEqual([]);
  });

  it("in a target's name that is another one each time", async () => {
    let reads = 0;
    const target = {
      get name(): unknown {
        reads++;
        return reads === 1 ? "t" : Symbol("s");
      },
      check: () => [{ path: [], keyword: "k", message: "m" }],
    };
    const mint: Call = (options) => token.toJwt(options as index.MintOptions);
    expect(await foreignErrorsOf([["toJwt", mint, [{ target }]]])).toEqual([]);
  });
});
