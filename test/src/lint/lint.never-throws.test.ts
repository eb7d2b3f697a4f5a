import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TokenVerifier } from "../../../src/index.js";
import { FINDINGS, type FindingCode, type LintOptions, lint } from "../../../src/lint.js";
import { junk, mutatedClaims, validClaims } from "../../support/arbitrary-claims.js";
import { anyCharacter } from "../../support/arbitrary-text.js";
import { findingsOf, found, lintNow, payload } from "../../support/lint.js";
import { base64url, clock, codeOf, forge, NOW, SECRET, signRaw } from "../../support/tokens.js";

/** The codes of findings for tokens that `verify` rejects. */
const REFUSALS: readonly FindingCode[] = [
  "malformed-token",
  "not-a-token",
  "unsupported-algorithm",
  "invalid-claims",
  "null-claim",
  "missing-iss",
  "missing-exp",
  "invalid-audience",
  "expired",
  "not-yet-valid",
];
const isRefused = (token: unknown): boolean => lintNow(token).some(({ code }) => REFUSALS.includes(code));
const verifier = TokenVerifier.withKeys(() => SECRET, { clock });
const verifies = (token: string): Promise<boolean> =>
  verifier.verify(token).then(
    () => true,
    () => false,
  );

const configs = fc.record({ roomConfig: fc.oneof(junk, mutatedClaims) });
const anything = fc.oneof(
  fc.anything({
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withDate: true,
    withMap: true,
  }),
  mutatedClaims,
  configs,
);

describe("lint", () => {
  it("returns well-formed findings for any value", () => {
    fc.assert(
      fc.property(anything, (value) => {
        const malformed = lintNow(value, { secret: "short" }).filter(
          ({ code, pointer, path }) => !Object.hasOwn(FINDINGS, code) || (pointer === "") !== (path.length === 0),
        );
        expect(malformed).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("returns findings for any text", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: anyCharacter }),
      fc.tuple(fc.string(), fc.string(), fc.string()).map((parts) => parts.join(".")),
      fc.tuple(fc.base64String(), fc.base64String(), fc.base64String()).map((parts) => parts.join(".")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(lintNow(text).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it("finds the same in claims and in their token", () => {
    fc.assert(
      fc.property(fc.oneof(mutatedClaims, configs), (claims) => {
        fc.pre(typeof claims === "object" && claims !== null && !Array.isArray(claims));
        const text = JSON.stringify(claims);
        expect(found(forge(text))).toEqual(found(JSON.parse(text)));
      }),
      { numRuns: 300 },
    );
  });

  it("finds an error exactly when verify rejects the token", async () => {
    const tokens = fc.oneof(
      mutatedClaims.map((claims) => forge(JSON.stringify(claims) ?? "null")),
      fc.tuple(validClaims, configs).map(([claims, config]) => forge({ ...claims, ...payload(), ...config })),
      fc.tuple(junk, junk).map(([header, claims]) => forge(claims ?? null, { header: header ?? null })),
      fc.dictionary(fc.constantFrom("alg", "typ", "crit", "kid"), junk).map((header) => forge(payload(), { header })),
      fc
        .record({ exp: junk, nbf: junk, aud: junk, iss: junk }, { requiredKeys: [] })
        .map((more) => forge(payload(more))),
    );
    await fc.assert(
      fc.asyncProperty(tokens, async (token) => {
        expect(isRefused(token)).toBe(!(await verifies(token)));
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["a function", () => "token"],
    ["a symbol", Symbol("token")],
    ["a bigint", 1n],
    ["a text as an object", new String("a.b.c")],
    ["bytes", new TextEncoder().encode("a.b.c")],
    ["a getter that throws", Object.defineProperty({}, "sub", { enumerable: true, get: () => fail() })],
    ["a toJson() that throws", { roomConfig: { toJson: fail } }],
    ["a proxy that throws", new Proxy({}, { ownKeys: fail, get: fail, getPrototypeOf: fail })],
    ["a revoked proxy", revoked()],
    ["an object that holds itself", cyclic()],
    ["claims nested too deep", nested(10_000)],
  ])("rejects %s as claims", (_, value) => {
    expect(isRefused(value)).toBe(true);
  });

  it.each([
    ["a member", () => forge(`{"exp":${NOW + 600},"iss":"k","x":${"[".repeat(200_000)}${"]".repeat(200_000)}}`)],
    ["a member of many names", () => forge(`{"x":${'{"a":1,"a":'.repeat(40_000)}1${"}".repeat(40_000)}}`)],
    ["attributes", () => forge(`{"attributes":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`)],
    ["a room configuration", () => forge(`{"roomConfig":${'{"egress":'.repeat(50_000)}1${"}".repeat(50_000)}}`)],
    [
      "text in a room configuration",
      () => forge(`{"roomConfig":{"metadata":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`),
    ],
  ])("reads a token whose %s is deeply nested", (_, token) => {
    expect(lintNow(token()).length).toBeGreaterThan(0);
  });

  it.each<[string, unknown]>([
    ["an enum", { egress: { room: { audioMixing: { toString: null } } } }],
    ["a list of texts", { agents: "abc" }],
    ["a list of an object", { egress: { room: { fileOutputs: { 0: null } } } }],
    ["a map", { tags: 5 }],
  ])("checks a room configuration with a fault in %s beside many other errors", (_, roomConfig) => {
    const attributes = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`a${index}`, index]));
    for (const more of [{}, { attributes }]) {
      expect(found(payload({ roomConfig, ...more })).every((line) => line.startsWith("invalid-claims "))).toBe(true);
    }
  });

  it("treats names that objects inherit as unknown", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const members = `{${names.map((name) => `"${name}":{"secret":"x"}`).join(",")}}`;
    const token = forge(
      `{"exp":${NOW + 600},"iss":"k","sha256":"x","video":${members},"roomConfig":${members},${members.slice(1)}`,
    );
    expect(found(token).sort()).toEqual(
      names
        .flatMap((name) => [
          `unknown-in-room-config /roomConfig/${name}`,
          `unknown-member /${name}`,
          `unknown-member /video/${name}`,
        ])
        .sort(),
    );
  });

  it("returns at most twenty findings of a code, and the number of others", () => {
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`member ${index}`, 1]));
    const findings = lintNow(payload(many));
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)).toMatchObject({ code: "unknown-member", pointer: "", message: "and 5 more of this" });
  });

  it("handles a token with a megabyte of unknown members", () => {
    const members = Array.from({ length: 60_000 }, (_, index) => `"rom${index.toString(36)}":0`).join(",");
    const token = forge(`{"exp":${NOW + 600},"iss":"k",${members}}`);
    expect(token.length).toBeLessThan(1_048_576);
    expect(findingsOf("unknown-member", token).at(-1)?.message).toBe("and 59980 more of this");
  });

  it.each([
    ["sources", `{"video":{"canPublishSources":[${'"",'.repeat(250_000)}""]}}`],
    ["members that stand twice", `{"x":[${'{"a":0,"a":0},'.repeat(55_000)}0]}`],
    ["stream urls", `{"roomConfig":{"egress":{"room":{"stream":{"urls":[${'"x",'.repeat(180_000)}"x"]}}}}}`],
    ["texts of half a pair", `{"a":[${String.raw`"\ud800",`.repeat(80_000)}"x"]}`],
  ])("handles a token with a megabyte of %s", (_, text) => {
    const token = forge(text);
    expect(token.length).toBeLessThan(1_048_576);
    expect(lintNow(token).some(({ message }) => message.endsWith(" more of this"))).toBe(true);
  });

  it("has the messages of the verifier for tokens that it rejects", async () => {
    const token = signRaw(`${base64url('{"alg":"none"}')}.${base64url(JSON.stringify(payload()))}`);
    expect(await codeOf(verifier.verify(token))).toBe("UNSUPPORTED_ALGORITHM");
    const words = await verifier.verify(token).catch((error: Error) => error.message);
    expect(lintNow(token).map(({ message }) => message)).toEqual([words]);
  });

  describe("reports invalid options, and checks the token with the others", () => {
    const claims = payload({ name: "a".repeat(300) });
    const target = (check: unknown) => ({ target: { name: "a server", check } });
    it.each<[string, unknown]>([
      ["a target's name", { target: "livekit-server@1.9.11" }],
      ["a target without a check", { target: {} }],
      ["a target whose check throws", target(fail)],
      ["a target whose check tells nothing", target(() => undefined)],
      ["a target whose check tells junk", target(() => [{}, null])],
      ["limits that are no object", { limits: 256 }],
      ["a limit that is a text", { limits: { roomName: "256" } }],
      ["a limit that is no number", { limits: { roomName: Number.NaN } }],
      ["a secret of bytes", { secret: new Uint8Array(32) }],
      ["an API key that is a number", { apiKey: 5 }],
      ["secrets that are not all texts", { secret: ["tell nobody", 5] }],
      ["a secret that is a symbol", { secret: Symbol("tell nobody") }],
      ["a clock that is a date", { clock: new Date() }],
      ["a clock that throws", { clock: fail }],
      ["a clock without a time", { clock: () => undefined }],
      ["a clock of bigints", { clock: () => 1n }],
      ["a target that is null", { target: null }],
      ["a secret that is null", { secret: null }],
    ])("of %s", (_, options) => {
      const findings = lint(claims, { clock, ...(options as LintOptions) });
      expect(findings.map(({ code }) => code).sort()).toEqual(["over-limit", "unusable-option"]);
      expect(JSON.stringify(findings)).not.toContain("tell nobody");
    });

    it("of a getter that throws", () => {
      const options = Object.defineProperty({ clock }, "secret", { get: fail });
      expect(lint(payload(), options).map(({ message }) => message)).toEqual([
        "the option secret must be a string, or an array of strings",
      ]);
    });

    it("of a proxy that throws", () => {
      const options = new Proxy({ target: 0, limits: 0, apiKey: 0, secret: 0, clock: 0 }, { get: fail });
      expect(lint(claims, options as never).filter(({ code }) => code === "unusable-option")).toHaveLength(5);
    });

    it("and not of undefined, or of what Object.prototype has", () => {
      const codes = () => lint(payload({ exp: 9_999_999_999, nbf: 0 }), undefined).map(({ code }) => code);
      expect(codes()).toEqual(["long-lived"]);
      Object.defineProperty(Object.prototype, "secret", { value: 5, configurable: true });
      try {
        expect(codes()).toEqual(["long-lived"]);
      } finally {
        Reflect.deleteProperty(Object.prototype, "secret");
      }
    });
  });
});

function fail(): never {
  throw new Error("tell nobody");
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function cyclic(): unknown {
  const claims: Record<string, unknown> = {};
  claims.video = claims;
  return claims;
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = { metadata: value };
  return value;
}
