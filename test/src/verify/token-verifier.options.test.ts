import { afterEach, describe, expect, it, vi } from "vitest";
import {
  AccessTokenError,
  Claims,
  DEFAULT_LEEWAY,
  DEFAULT_MAX_TOKEN_BYTES,
  TokenVerifier,
  type VerifyOptions,
} from "../../../src/index.js";
import { clock, codeOf, forge, KEY, NOW, payload, SECRET } from "../../support/tokens.js";

const token = forge(payload());
const accepts = async (options: VerifyOptions, more: Record<string, unknown> = {}): Promise<string> =>
  TokenVerifier.withApiKey(KEY, SECRET, { clock, ...options })
    .verify(forge(payload(more)))
    .then(
      () => "accepted",
      (error) => error.code,
    );

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("leeway", () => {
  it.each(["30s", 0, { leeway: 0 }])("is no argument of verify, where it would be ignored: %j", async (leeway) => {
    const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });
    const verify = verifier.verify as (...args: unknown[]) => Promise<unknown>;
    await expect(verify.call(verifier, token, leeway)).rejects.toThrow(
      new AccessTokenError("INVALID_ARGUMENT", "verify takes only a token; leeway is an option of the verifier"),
    );
  });

  it("is 60 seconds by default", async () => {
    expect(DEFAULT_LEEWAY).toBe(60);
    expect(await accepts({}, { exp: NOW - 59 })).toBe("accepted");
    expect(await accepts({}, { exp: NOW - 60 })).toBe("EXPIRED");
  });

  it.each([
    [0, { exp: NOW + 1 }, "accepted"],
    [0, { exp: NOW + 0.001 }, "accepted"],
    [0, { exp: NOW }, "EXPIRED"],
    [0, { nbf: NOW }, "accepted"],
    [0, { nbf: NOW + 1 }, "NOT_YET_VALID"],
    [10, { exp: NOW - 9 }, "accepted"],
    [10, { exp: NOW - 10 }, "EXPIRED"],
    [10, { nbf: NOW + 10 }, "accepted"],
    [10, { nbf: NOW + 11 }, "NOT_YET_VALID"],
    [0.5, { exp: NOW }, "accepted"],
    [0.5, { nbf: NOW + 1 }, "NOT_YET_VALID"],
    [3600, { exp: NOW - 3599 }, "accepted"],
    [3600, { exp: NOW - 3600 }, "EXPIRED"],
    [3600, { nbf: NOW + 3600 }, "accepted"],
  ])("of %d verifies %j with the result %s", async (leeway, more, expected) => {
    expect(await accepts({ leeway }, more)).toBe(expected);
  });
});

describe("maxTokenBytes", () => {
  it("is 1 MiB by default", () => expect(DEFAULT_MAX_TOKEN_BYTES).toBe(2 ** 20));

  it.each([
    [token.length, "accepted"],
    [token.length + 1, "accepted"],
    [Number.POSITIVE_INFINITY, "accepted"],
    [token.length - 1, "MALFORMED_TOKEN"],
    [0, "MALFORMED_TOKEN"],
  ])("of %d more than the token's length has the result %s", async (maxTokenBytes, expected) => {
    expect(await accepts({ maxTokenBytes })).toBe(expected);
    const unverified = async () => Claims.fromUnverified(token, { maxTokenBytes });
    expect(expected === "accepted" ? (await unverified()).sub : await codeOf(unverified)).toBe(
      expected === "accepted" ? "alice" : expected,
    );
  });
});

describe("clock", () => {
  it("is Date.now by default", async () => {
    const verifier = TokenVerifier.withApiKey(KEY, SECRET);
    vi.useFakeTimers({ now: NOW * 1000, toFake: ["Date"] });
    const now = TokenVerifier.withApiKey(KEY, SECRET);
    expect((await now.verify(token)).sub).toBe("alice");
    vi.setSystemTime((NOW + 660) * 1000);
    expect(await codeOf(now.verify(token))).toBe("EXPIRED");
    vi.useRealTimers();
    expect((await verifier.verify(forge(payload({ exp: Date.now() / 1000 + 600, nbf: 0 })))).sub).toBe("alice");
  });

  it("is called for each verification, and returns milliseconds", async () => {
    let now = NOW * 1000;
    const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock: () => now });
    expect((await verifier.verify(token)).exp).toBe(NOW + 600);
    now = (NOW + 660) * 1000 - 1;
    expect((await verifier.verify(token)).exp).toBe(NOW + 600);
    now += 1;
    expect(await codeOf(verifier.verify(token))).toBe("EXPIRED");
    now = (NOW - 60) * 1000;
    expect((await verifier.verify(token)).nbf).toBe(NOW);
    now -= 1;
    expect(await codeOf(verifier.verify(token))).toBe("NOT_YET_VALID");
  });
});

it.each([
  () => null,
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => "0",
  () => new Date(),
  () => {
    throw new Error("no time");
  },
])("rejects a clock that throws or does not return a finite number: %#", async (broken) => {
  expect(await accepts({ clock: broken as never })).toBe("INVALID_ARGUMENT");
});

it("compares fractions of a second, of the clock and of the token", async () => {
  const at = (milliseconds: number) => ({ clock: () => NOW * 1000 + milliseconds, leeway: 0 });
  expect(await accepts(at(499), { exp: NOW + 0.5 })).toBe("accepted");
  expect(await accepts(at(500), { exp: NOW + 0.5 })).toBe("EXPIRED");
  expect(await accepts(at(499), { nbf: NOW + 0.5 })).toBe("NOT_YET_VALID");
  expect(await accepts(at(500), { nbf: NOW + 0.5 })).toBe("accepted");
});

describe("an unknown option, or an invalid value, leads to INVALID_ARGUMENT with its name", () => {
  const ways: Record<string, (options: VerifyOptions) => unknown> = {
    withApiKey: (options) => TokenVerifier.withApiKey(KEY, SECRET, options),
    "withKeys of an object": (options) => TokenVerifier.withKeys({ a: "a's", b: "b's" }, options),
    "withKeys of a function": (options) => TokenVerifier.withKeys(() => SECRET, options),
    fromEnv: (options) => {
      vi.stubEnv("LIVEKIT_API_KEY", KEY);
      vi.stubEnv("LIVEKIT_API_SECRET", SECRET);
      return TokenVerifier.fromEnv(options);
    },
  };
  const codeOfCall = (call: () => unknown): string | undefined => {
    try {
      call();
    } catch (error) {
      return AccessTokenError.is(error) ? error.code : undefined;
    }
    return undefined;
  };
  const values: unknown[] = [null, -1, -0.5, Number.NEGATIVE_INFINITY, Number.NaN, "60", "", true, {}, [60], 60n];

  describe.each(Object.entries(ways))("%s", (_, make) => {
    it.each(["leeway", "maxTokenBytes"])("%s", (option) => {
      for (const value of values) {
        const attempt = () => make({ [option]: value } as never);
        expect(codeOfCall(attempt)).toBe("INVALID_ARGUMENT");
        expect(attempt).toThrow(option);
      }
      const rule =
        option === "leeway" ? "a finite number of seconds that is not negative" : "a number that is not negative";
      expect(() => make({ [option]: -1 })).toThrow(
        `the option ${option} of TokenVerifier must be ${rule}; got a number`,
      );
      expect(() => make({ [option]: 0 })).not.toThrow();
      expect(() => make({ [option]: undefined } as never)).not.toThrow();
    });

    it("leeway that is not finite, and clock that is not a function", () => {
      for (const options of [
        { leeway: Number.POSITIVE_INFINITY },
        { clock: 5 },
        { clock: null },
        { clock: new Date() },
      ]) {
        expect(codeOfCall(() => make(options as never))).toBe("INVALID_ARGUMENT");
      }
    });

    it("a misspelled name, with a suggestion, and options that are not an object", () => {
      expect(() => make({ leaway: 1 } as never)).toThrow(
        'TokenVerifier has no option "leaway"; did you mean "leeway"?',
      );
      expect(() => make({ audience: 1 } as never)).toThrow("its options are leeway, maxTokenBytes, clock");
      for (const options of [null, 5, "60", [], () => 1]) {
        expect(codeOfCall(() => make(options as never))).toBe("INVALID_ARGUMENT");
      }
    });
  });
});
