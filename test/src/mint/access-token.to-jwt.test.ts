import { describe, expect, it } from "vitest";
import {
  AccessToken,
  DEFAULT_MAX_TOKEN_BYTES,
  DEFAULT_TTL,
  type MintOptions,
  type Target,
  TokenVerifier,
} from "../../../src/index.js";
import { clock, codeOf, failure, KEY, NOW, partOf, payloadOf, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET);

/** Returns the payload of a token that is minted at NOW. */
const minted = async (draft: AccessToken, options: MintOptions = {}) =>
  payloadOf(await draft.toJwt({ clock, ...options }));

const VIDEO =
  '"video":{"roomCreate":false,"roomList":false,"roomRecord":false,"roomAdmin":false,"roomJoin":false,"room":"",' +
  '"destinationRoom":"","canPublish":true,"canSubscribe":true,"canPublishData":true,"canPublishSources":[],' +
  '"canUpdateOwnMetadata":false,"ingressAdmin":false,"hidden":false,"recorder":false}';
const times = (exp: number) => `"exp":${exp},"iss":"${KEY}","nbf":${NOW}`;

describe("the output of toJwt", () => {
  it("has the seed's header, byte for byte", async () => {
    expect(partOf(await token.toJwt(), "header")).toBe('{"typ":"JWT","alg":"HS256"}');
  });

  it("has every member with a default, in the seed's order", async () => {
    expect(partOf(await token.withIdentity("alice").toJwt({ clock }), "payload")).toBe(
      `{${times(NOW + 21_600)},"sub":"alice","name":"",${VIDEO},"sip":{"admin":false,"call":false},` +
        '"sha256":"","metadata":"","attributes":{},"roomConfig":null}',
    );
  });

  it("has members without a default last, in the schema's order and only when they are set", async () => {
    const draft = token.withAgentThreadGrants({ all: true }).withRoomPreset("p").withKind("agent").withAgentGrants({});
    const names = Object.keys(await minted(draft.withClaims({ jti: "j", iat: 1 })));
    expect(names.slice(10)).toEqual(["roomConfig", "iat", "jti", "kind", "roomPreset", "agent", "agentThread"]);
  });

  it.each([
    ["nothing", {}, true],
    ["canPublish: true", { canPublish: true }, true],
    ["canPublish: false", { canPublish: false }, false],
    ["both", { canPublish: false, canPublishData: true }, true],
  ])("has the value of canPublish for an absent canPublishData: %s", async (_, grants, canPublishData) => {
    expect(await minted(token.withGrants(grants))).toMatchObject({ video: { canPublishData } });
  });

  it("has only members that are not at their default when compact", async () => {
    expect(partOf(await token.withIdentity("alice").toJwt({ clock, compact: true }), "payload")).toBe(
      `{${times(NOW + 21_600)},"sub":"alice"}`,
    );
  });

  it("has every other member when compact", async () => {
    const draft = token
      .withSipGrants({ admin: false, call: true })
      .withGrants({ room: "r", hidden: true, canPublishSources: ["camera"], canPublish: false, agent: false })
      .withAttributes({ a: "" })
      .withRoomConfig({})
      .withAgentGrants({});
    expect(await minted(draft, { compact: true })).toEqual({
      exp: NOW + 21_600,
      iss: KEY,
      nbf: NOW,
      video: {
        room: "r",
        canPublish: false,
        canPublishData: false,
        canPublishSources: ["camera"],
        hidden: true,
        agent: false,
      },
      sip: { admin: false, call: true },
      attributes: { a: "" },
      roomConfig: {},
      agent: {},
    });
  });
});

describe("the time to live", () => {
  it("is six hours unless set", async () => {
    expect(DEFAULT_TTL).toBe(21_600);
    expect(await minted(token)).toMatchObject({ nbf: NOW, exp: NOW + DEFAULT_TTL });
  });

  it.each([
    [1, 1],
    [60, 60],
    [0.1, 1],
    [59.2, 60],
    ["90s", 90],
    ["10m", 600],
    ["6h", 21_600],
    ["7d", 604_800],
    ["0.5s", 1],
    ["1.5m", 90],
    ["1.1h", 3960],
    ["1.1m", 66],
    ["10 m", 600],
    ["1w", 604_800],
    ["1 week", 604_800],
    ["2 days", 172_800],
    ["1h30m", 5400],
    ["1h 30m", 5400],
    ["1d 2h 30m", 95_400],
    ["90 seconds", 90],
    ["1 hour", 3600],
    ["5 mins", 300],
  ] as const)("withTtl(%j) is %i whole seconds", async (ttl, seconds) => {
    expect(await minted(token.withTtl(ttl))).toMatchObject({ nbf: NOW, exp: NOW + seconds });
  });

  it.each([
    ...[0, -1, -0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, Number.MAX_SAFE_INTEGER, 60n],
    ...[
      "",
      "m",
      " 10m",
      "10m ",
      "-10m",
      "+10m",
      "0s",
      "10M",
      "10ms",
      "1e3s",
      "0x1s",
      "1h30",
      "30m and 1h",
      "1hh",
      "1h  30m",
      "1 month",
      "2days ago",
      "١s",
    ],
    ...["9999999999999999s", "999999999999999d"],
    ...[null, true, [60], {}],
  ])("is rejected at /ttl: %s", async (ttl) => {
    const { code, issues } = await failure(token.withTtl(ttl as number).toJwt({ clock }));
    expect(code).toBe("INVALID_CLAIMS");
    expect(issues).toEqual([{ path: ["ttl"], pointer: "/ttl", keyword: "ttl", message: expect.any(String) }]);
  });

  it("starts when toJwt runs, at the time of the clock, rounded down to seconds", async () => {
    const draft = token.withTtl("10m");
    for (const seconds of [NOW, NOW + 3600]) {
      const jwt = await draft.toJwt({ clock: () => seconds * 1000 + 999 });
      expect(payloadOf(jwt)).toMatchObject({ nbf: seconds, exp: seconds + 600 });
    }
  });

  it("starts at the machine's time by default", async () => {
    const before = Math.floor(Date.now() / 1000);
    const { nbf } = payloadOf(await token.toJwt());
    expect(nbf).toBeGreaterThanOrEqual(before);
    expect(nbf).toBeLessThanOrEqual(Math.floor(Date.now() / 1000));
  });

  it("does not change exp and nbf of withClaims", async () => {
    expect(await minted(token.withClaims({ exp: 7, nbf: 0 }))).toMatchObject({ exp: 7, nbf: 0 });
  });
});

describe("a target", () => {
  const issue = { path: ["jti"], pointer: "/jti", keyword: "target", message: "is not known to old@1" };
  const target: Target = { name: "old@1", check: (claims) => (claims.jti === undefined ? [] : [issue]) };

  it("rejects unknown members", async () => {
    const error = await failure(token.withClaims({ jti: "j" }).toJwt({ target }));
    expect(error.code).toBe("UNSUPPORTED_BY_TARGET");
    expect(error.issues).toEqual([issue]);
    expect(error.message).toBe("old@1 does not know all of the claims: /jti is not known to old@1");
  });

  it("changes nothing otherwise", async () => {
    expect(await token.toJwt({ clock, target })).toBe(await token.toJwt({ clock }));
  });

  it("receives a copy, so that its changes are not signed", async () => {
    const check: Target["check"] = (claims) => {
      claims.video.roomAdmin = true;
      claims.attributes.admin = "yes";
      Object.assign(claims.roomConfig ?? {}, { name: "other" });
      return [];
    };
    const draft = token.withRoomConfig({ name: "stage" });
    expect(await draft.toJwt({ clock, target: { name: "t", check } })).toBe(await draft.toJwt({ clock }));
  });

  it.each<[string, unknown]>([
    ["a name", "livekit-server@1.9.11"],
    ["null", null],
    ["an object without a check", { name: "t" }],
    [
      "a check that throws",
      {
        name: "t",
        check: () => {
          throw new TypeError("x");
        },
      },
    ],
    ["a check that returns nothing", { name: "t", check: () => undefined }],
    ["a check that returns a promise", { name: "t", check: async () => [] }],
    ["a check that returns no issues", { name: "t", check: () => [null] }],
  ])("that is invalid leads to INVALID_ARGUMENT: %s", async (_, none) => {
    expect(await codeOf(token.toJwt({ target: none as Target }))).toBe("INVALID_ARGUMENT");
  });

  it.each<[string, unknown]>([
    ["text", "old@1"],
    ["a function", Object.assign(() => [], { check: () => [] })],
    ["an object without a name", { check: () => [] }],
    ["an object with a name that is no text", { name: 1, check: () => [] }],
    ["an object with a check that is no function", { name: "t", check: [] }],
  ])("is made by target(), which the error of %s says", async (_, none) => {
    const { message } = await failure(token.toJwt({ target: none as Target }));
    expect(message).toContain("the option target of toJwt must be a target made by target() of livekit-claims/targets");
  });

  it("leads to an error without its own words when its name cannot be read", async () => {
    let reads = 0;
    const broken: Target = {
      get name() {
        if (reads++ > 0) throw new Error("private");
        return "t";
      },
      check: () => [issue],
    };
    expect(await failure(token.toJwt({ target: broken }))).toMatchObject({
      code: "INVALID_ARGUMENT",
      message: "the target cannot be read: a getter or proxy threw an error; pass plain data",
    });
  });

  it("is checked last", async () => {
    const invalid = token.withClaims({ jti: "j", exp: -1 });
    expect(await codeOf(invalid.toJwt({ target }))).toBe("INVALID_CLAIMS");
    const secret = token.withClaims({ jti: "j", roomConfig: { egress: { tracks: { gcp: { credentials: "x" } } } } });
    expect(await codeOf(secret.toJwt({ target }))).toBe("SENSITIVE_CREDENTIALS");
    expect(await codeOf(secret.allowSensitiveCredentials().toJwt({ target }))).toBe("UNSUPPORTED_BY_TARGET");
  });
});

describe("an unknown option, or an invalid value, leads to INVALID_ARGUMENT", () => {
  it.each<[unknown, string]>([
    [{ targt: undefined }, 'toJwt has no option "targt"; did you mean "target"?'],
    [{ ttl: 60 }, 'toJwt has no option "ttl"; its options are compact, target, clock'],
    [{ compact: "yes" }, "the option compact of toJwt must be true or false; got a string"],
    [{ clock: 5 }, "the option clock of toJwt must be a function"],
    [null, "the options of toJwt must be a plain object; got null"],
    [5, "the options of toJwt must be a plain object; got a number"],
  ])("%j", async (options, message) => {
    const error = await failure(token.toJwt(options as object));
    expect(error.code).toBe("INVALID_ARGUMENT");
    expect(error.message).toContain(message);
  });

  it("rejects a clock that does not return a finite number", async () => {
    for (const time of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY, "0", new Date(), 5n]) {
      expect(await codeOf(token.toJwt({ clock: () => time as number }))).toBe("INVALID_ARGUMENT");
    }
  });
});

it("mints tokens up to the size limit of verifiers, and rejects longer ones", async () => {
  const { length } = await token.withMetadata("").toJwt({ clock });
  const spare = Math.floor(((DEFAULT_MAX_TOKEN_BYTES - length) * 3) / 4) - 2;
  const longest = await token.withMetadata("x".repeat(spare)).toJwt({ clock });
  expect((await TokenVerifier.withApiKey(KEY, SECRET, { clock }).verify(longest)).metadata).toHaveLength(spare);
  const error = await failure(token.withMetadata("x".repeat(spare + 4)).toJwt({ clock }));
  expect([error.code, error.issues.map(({ keyword }) => keyword)]).toEqual(["INVALID_CLAIMS", ["size"]]);
});
