import { describe, expect, it } from "vitest";
import { AccessToken, Claims, type ClaimsInit, validateClaims } from "../../../src/index.js";
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

describe("what is no plain JSON is refused where it stands", () => {
  const plain = (got: string) => `must be a plain JSON object; got ${got}`;
  const json = (got: string) => `must be JSON; got ${got}`;
  it.each<[string, unknown, string, string]>([
    ["a Map", { attributes: new Map([["a", "b"]]) }, "/attributes", plain("an instance of Map")],
    ["a Set", { kindDetails: new Set(["forwarded"]) }, "/kindDetails", plain("an instance of Set")],
    ["a Date", { exp: new Date(0) }, "/exp", plain("an instance of Date")],
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

  it("an array of a billion holes is refused at the first", async () => {
    const kindDetails = ["forwarded"];
    kindDetails.length = 1e9;
    const { issues } = await failure(mint({ kindDetails, name: 1 }));
    expect(issues.map(({ pointer }) => pointer)).toEqual(["/kindDetails/1", "/name"]);
  });

  it("nesting over 100 is refused, whatever the depth, and 100 is not", async () => {
    const problem = { keyword: "json", message: "must not be nested more than 100 deep" };
    for (const depth of [101, 20_000]) {
      expect((await failure(mint(nested(depth)))).issues[0]).toMatchObject(problem);
      expect(validateClaims(nested(depth))[0]).toMatchObject(problem);
    }
    expect(validateClaims(nested(100)).filter(({ keyword }) => keyword === "json")).toEqual([]);
  });

  it("objects that share another at each of 90 levels are refused after as many values as a token may hold", async () => {
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
    const problem = { keyword: "json", message: "must not hold more than 600000 values" };
    expect((await failure(mint({ roomConfig: shared } as never))).issues).toContainEqual(
      expect.objectContaining(problem),
    );
    expect(reads).toBeLessThan(600_000);
  });

  it("a value that stands in two places is no cycle", async () => {
    const agent = { agentName: "a" };
    const payload = payloadOf(await mint({ roomConfig: { agents: [agent, agent] } }));
    expect(payload.roomConfig).toEqual({ agents: [agent, agent] });
  });
});

describe("what counts as plain JSON", () => {
  it("is an object without a prototype", async () => {
    const grants = Object.assign(Object.create(null), { room: "r" });
    expect(payloadOf(await mint({ video: grants }))).toMatchObject({ video: { room: "r" } });
  });

  it("is an object without its undefined members: they count as absent", async () => {
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

  it("is what toJson() gives, which is checked all the same", async () => {
    const toJson = (value: unknown) => ({ toJson: () => value });
    expect(payloadOf(await mint({ roomConfig: toJson({ name: "r" }) }))).toMatchObject({ roomConfig: { name: "r" } });
    expect((await failure(mint({ roomConfig: toJson(new Map()) }))).issues).toMatchObject([{ pointer: "/roomConfig" }]);
    const itself = { toJson: (): unknown => itself };
    expect((await failure(mint({ roomConfig: itself }))).issues).toMatchObject([
      { message: "must not contain itself" },
    ]);
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
      "/attributes/\ud800",
      "must not have a lone surrogate in its name",
    ],
    [
      "a tag's name",
      { roomConfig: { tags: { "\udc00": "" } } },
      "/roomConfig/tags/\udc00",
      "must not have a lone surrogate in its name",
    ],
  ])("with a lone surrogate are refused: %s", async (_, claims, pointer, message) => {
    const { code, issues } = await failure(mint(claims));
    expect([code, issues]).toEqual([
      "INVALID_CLAIMS",
      [expect.objectContaining({ pointer, keyword: "unicode", message })],
    ]);
  });

  it("with a lone surrogate are refused in the API key too, which is the issuer", async () => {
    const { code, issues } = await failure(() => AccessToken.withApiKey("key\ud800", SECRET).toJwt());
    expect([code, issues]).toEqual([
      "INVALID_CLAIMS",
      [expect.objectContaining({ pointer: "/iss", keyword: "unicode", message: "must not hold a lone surrogate" })],
    ]);
  });

  it("survive with control and non-BMP characters, in names too", async () => {
    const text = "\u0000\u0007\b\t\n\r\u001b\u007f\u0085\u2028\u2029\ufeff\uffff<>&\"'\\/é\u{1f600}\u{10ffff}";
    const claims = { sub: text, metadata: text, attributes: { [text]: text }, roomConfig: { tags: { [text]: text } } };
    expect(Claims.fromUnverified(await mint(claims))).toMatchObject(claims);
  });
});
