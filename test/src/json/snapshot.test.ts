import { describe, expect, it } from "vitest";
import { AccessToken, Claims, type ClaimsInit, DEFAULT_MAX_TOKEN_BYTES, validateClaims } from "../../../src/index.js";
import { snapshot } from "../../../src/json/snapshot.js";
import { clock, failure, KEY, payloadOf, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET);
const mint = (claims: unknown): Promise<string> => token.withClaims(claims as ClaimsInit).toJwt({ clock });

function nested(depth: number): unknown {
  let value: unknown = {};
  for (let level = 1; level < depth; level++) value = level % 2 === 0 ? { a: value } : [value];
  return value;
}

class Point {
  x = 1;
}

const loop: Record<string, unknown> = {};
loop.roomConfig = { egress: loop };
const ring: unknown[] = [];
ring.push([ring]);

describe("a value that is not plain JSON is rejected with its place", () => {
  const plain = (got: string) => `must be a plain JSON object; got ${got}`;
  const json = (got: string) => `must be JSON; got ${got}`;
  it.each<[string, unknown, string, string]>([
    ["a Map", { attributes: new Map([["a", "b"]]) }, "/attributes", plain("an instance of Map")],
    ["a Set", { kindDetails: new Set(["forwarded"]) }, "/kindDetails", plain("an instance of Set")],
    [
      "a Date",
      { exp: new Date(0) },
      "/exp",
      "must be JSON; got a Date: write a time as a number of seconds since 1970, Math.floor(date.getTime() / 1000)",
    ],
    [
      "a message of protobuf-es 2",
      { roomConfig: { $typeName: "livekit.RoomConfiguration", name: "", agents: [{ $typeName: "livekit.Agent" }] } },
      "/roomConfig",
      "must be JSON; got a message of protobuf-es 2: pass toJson(RoomConfigurationSchema, message), with toJson of @bufbuild/protobuf",
    ],
    ["a class instance", { agent: new Point() }, "/agent", plain("an instance of Point")],
    ["a boxed string", { sub: new String("a") }, "/sub", plain("an instance of String")],
    ["bytes", { sha256: new Uint8Array(1) }, "/sha256", plain("an instance of Uint8Array")],
    ["a promise", { name: Promise.resolve("a") }, "/name", plain("an instance of Promise")],
    ["a function", { video: () => ({}) }, "/video", json("a function")],
    ["a symbol", { jti: Symbol("j") }, "/jti", json("a symbol")],
    ["a bigint", { exp: 5n }, "/exp", json("a bigint")],
    ["NaN", { exp: Number.NaN }, "/exp", json("a number that is not finite")],
    [
      "Infinity",
      { roomConfig: { emptyTimeout: Number.POSITIVE_INFINITY } },
      "/roomConfig/emptyTimeout",
      json("a number that is not finite"),
    ],
    ["undefined in an array", { kindDetails: ["forwarded", undefined] }, "/kindDetails/1", json("undefined")],
    ["a hole in an array", { kindDetails: new Array(1) }, "/kindDetails/0", json("undefined")],
    ["an object that holds itself", loop, "/roomConfig/egress", "must not contain itself"],
    ["an array that holds itself", { kindDetails: ring }, "/kindDetails/0/0", "must not contain itself"],
    ["a Map of claims", new Map(), "", plain("an instance of Map")],
  ])("%s", async (_, claims, pointer, message) => {
    const error = await failure(mint(claims));
    expect(error.code).toBe("INVALID_CLAIMS");
    expect(error.issues.find((issue) => issue.pointer === pointer)).toMatchObject({ keyword: "json", message });
    expect(validateClaims(claims).some((issue) => issue.pointer === pointer && issue.keyword === "json")).toBe(true);
  });

  it("rejects an array of a billion holes at the first one", async () => {
    const kindDetails = ["forwarded"];
    kindDetails.length = 1e9;
    const { issues } = await failure(mint({ kindDetails, name: 1 }));
    expect(issues.map(({ pointer }) => pointer)).toEqual(["/kindDetails/1", "/name"]);
  });

  it("rejects nesting deeper than 100, whatever the depth", async () => {
    const problem = { keyword: "json", message: "must not be nested more than 100 deep" };
    for (const depth of [101, 20_000]) {
      expect((await failure(mint(nested(depth)))).issues[0]).toMatchObject(problem);
      expect(validateClaims(nested(depth))[0]).toMatchObject(problem);
    }
    expect(validateClaims(nested(100)).filter(({ keyword }) => keyword === "json")).toEqual([]);
  });

  it("rejects shared objects at 90 levels once their JSON is longer than a token", async () => {
    let reads = 0;
    let shared: object = { agentName: "a" };
    for (let level = 0; level < 90; level++) {
      const below = shared;
      shared = {
        get left() {
          reads++;
          return below;
        },
        right: below,
      };
    }
    const problem = { keyword: "json", message: expect.stringMatching(/^must be smaller/) };
    expect((await failure(mint({ roomConfig: shared } as never))).issues).toContainEqual(
      expect.objectContaining(problem),
    );
    expect(reads).toBeLessThan(600_000);
  });

  it("accepts a value in two places, which is not a cycle", async () => {
    const agent = { agentName: "a" };
    const payload = payloadOf(await mint({ roomConfig: { agents: [agent, agent] } }));
    expect(payload.roomConfig).toEqual({ agents: [agent, agent] });
  });
});

describe("a payload", () => {
  /** Puts a value into so many arrays. */
  const inside = (value: unknown, levels: number): unknown => {
    let around = value;
    for (let level = 0; level < levels; level++) around = [around];
    return around;
  };

  it.each([0, 50, 99, 100, 101, 150, 250, 20_000])("may have %d levels, and is copied whole", (levels) => {
    const { value, faults } = snapshot(inside({ a: [1] }, levels), undefined, true);
    expect(faults).toEqual([]);
    let inner = value;
    for (let level = 0; level < levels; level++) inner = (inner as unknown[])[0];
    expect(inner).toEqual({ a: [1] });
  });

  it("has faults at any depth, whose paths are cut at 100", () => {
    const unreadable = new Proxy([1], {
      get() {
        throw new Error("unreadable");
      },
    });
    for (const levels of [50, 150, 250]) {
      const { faults } = snapshot(inside([unreadable, "\ud800", 5n], levels), undefined, true);
      expect(faults.map(({ keyword, path }) => [keyword, path.length])).toEqual(
        ["unreadable", "unicode", "json"].map((keyword) => [keyword, Math.min(levels + 1, 100)]),
      );
    }
  });

  it("must not contain itself at any depth", () => {
    const ring: unknown[] = [];
    ring.push(inside(ring, 120));
    expect(snapshot(inside(loop, 150), undefined, true).faults).toMatchObject([{ message: "must not contain itself" }]);
    expect(snapshot(ring, undefined, true).faults).toMatchObject([
      { message: expect.stringMatching(/^must be smaller/) },
    ]);
  });
});

describe("an object in many places", () => {
  /** Nests an object twice in another, and so on. Counts each read. */
  function doubled(depth: number): { value: unknown; reads: () => number } {
    let reads = 0;
    let value: unknown = "x";
    for (let level = 0; level < depth; level++) {
      const inner = value;
      const get = () => {
        reads++;
        return inner;
      };
      value = Object.defineProperties({}, { a: { get, enumerable: true }, b: { get, enumerable: true } });
    }
    return { value, reads: () => reads };
  }

  it("is copied only up to the size of a token", () => {
    for (const depth of [25, 90]) {
      const { value, reads } = doubled(depth);
      const [issue] = validateClaims({ video: value });
      expect(issue).toMatchObject({ path: [], keyword: "json" });
      expect(issue?.message).toBe(`must be smaller: tokens are limited to ${DEFAULT_MAX_TOKEN_BYTES} bytes`);
      expect(reads()).toBeLessThan(DEFAULT_MAX_TOKEN_BYTES);
    }
  });

  it("is limited by the length of its strings too", async () => {
    const long = "x".repeat(2 ** 19);
    const { code, issues } = await failure(mint({ attributes: { a: long, b: long, c: long } }));
    expect([code, issues.map(({ keyword }) => keyword)]).toEqual(["INVALID_CLAIMS", ["json"]]);
  });

  it("is accepted below the limit", () => {
    const { value } = doubled(10);
    expect(validateClaims({ exp: 1, iss: "a", metadata: value }).map(({ pointer }) => pointer)).toEqual(["/metadata"]);
  });
});

describe("a value that throws an error when it is read", () => {
  const thrower = () => {
    throw new Error("a secret of the caller");
  };
  const revoked = (target: object): object => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  it.each<[string, unknown, string]>([
    [
      "a getter",
      {
        name: 1,
        get sub() {
          return thrower();
        },
      },
      "/sub",
    ],
    [
      "a getter of an element",
      { kindDetails: Object.defineProperty([], 0, { get: thrower, enumerable: true }) },
      "/kindDetails/0",
    ],
    ["a proxy's list of names", { video: new Proxy({}, { ownKeys: thrower }) }, "/video"],
    ["a proxy's prototype", { video: new Proxy({}, { getPrototypeOf: thrower }) }, "/video"],
    ["a proxy's member", { video: new Proxy({ room: "" }, { get: thrower }) }, "/video/room"],
    ["a proxy that is revoked", { sip: revoked({}) }, "/sip"],
    ["an array's proxy that is revoked", { kindDetails: revoked([]) }, "/kindDetails"],
    ["a toJson()", { roomConfig: { toJson: thrower } }, "/roomConfig"],
  ])("is reported with its place, and without the thrown error: %s", async (_, claims, pointer) => {
    const found = validateClaims(claims).find((issue) => issue.pointer === pointer);
    expect(found).toMatchObject({ keyword: "unreadable" });
    const error = await failure(mint(claims));
    expect([error.code, error.cause]).toEqual(["INVALID_ARGUMENT", undefined]);
    expect(error.issues.map((issue) => issue.pointer)).toContain(pointer);
    expect(error.message).not.toContain("a secret of the caller");
  });
});

describe("plain JSON", () => {
  it("includes objects without a prototype", async () => {
    const grants = Object.assign(Object.create(null), { room: "r" });
    expect(payloadOf(await mint({ video: grants }))).toMatchObject({ video: { room: "r" } });
  });

  it("leaves out undefined members", async () => {
    const claims = {
      sub: undefined,
      video: { canPublish: undefined },
      sip: undefined,
      roomConfig: { name: undefined },
    };
    expect(await mint(claims)).toBe(await mint({ roomConfig: {} }));
    expect(await mint({ unknown: undefined })).toBe(await mint({}));
    expect(await mint({ sip: { admin: true, call: undefined } })).toBe(await mint({ sip: { admin: true } }));
  });

  it("includes the result of toJson(), which is checked too", async () => {
    const toJson = (value: unknown) => ({ toJson: () => value });
    expect(payloadOf(await mint({ roomConfig: toJson({ name: "r" }) }))).toMatchObject({ roomConfig: { name: "r" } });
    expect((await failure(mint({ roomConfig: toJson(new Map()) }))).issues).toMatchObject([{ pointer: "/roomConfig" }]);
    const itself = { toJson: (): unknown => itself };
    expect((await failure(mint({ roomConfig: itself }))).issues).toMatchObject([
      { message: "must be JSON: its toJson() returned an object with a toJson() too" },
    ]);
    const chain = (): unknown => ({ toJson: chain });
    expect((await failure(mint({ roomConfig: chain() }))).issues).toMatchObject([{ pointer: "/roomConfig" }]);
  });
});

describe("strings", () => {
  it.each([
    ["a value", { sub: "a\ud800b" }, "/sub", "must not hold a lone surrogate"],
    ["a trailing half", { metadata: "\udfff" }, "/metadata", "must not hold a lone surrogate"],
    ["swapped halves", { attributes: { a: "\udc00\ud800" } }, "/attributes/a", "must not hold a lone surrogate"],
    [
      "deep inside",
      { roomConfig: { agents: [{ metadata: "\ud83d" }] } },
      "/roomConfig/agents/0/metadata",
      "must not hold a lone surrogate",
    ],
    ["an enum", { kind: "\ud800" }, "/kind", "must not hold a lone surrogate"],
    [
      "an attribute's name",
      { attributes: { "\ud800": "" } },
      "/attributes/\ufffd",
      "must not have a lone surrogate in its name",
    ],
    [
      "a tag's name",
      { roomConfig: { tags: { "\udc00": "" } } },
      "/roomConfig/tags/\ufffd",
      "must not have a lone surrogate in its name",
    ],
  ])("with a lone surrogate are rejected: %s", async (_, claims, pointer, message) => {
    const { code, issues } = await failure(mint(claims));
    expect([code, issues]).toEqual([
      "INVALID_CLAIMS",
      [expect.objectContaining({ pointer, keyword: "unicode", message })],
    ]);
  });

  it("may have control characters and characters beyond U+FFFF, in names too", async () => {
    const text = "\u0000\u0007\b\t\n\r\u001b\u007f\u0085\u2028\u2029\ufeff\uffff<>&\"'\\/é\u{1f600}\u{10ffff}";
    const claims = { sub: text, metadata: text, attributes: { [text]: text }, roomConfig: { tags: { [text]: text } } };
    expect(Claims.fromUnverified(await mint(claims))).toMatchObject(claims);
  });
});
