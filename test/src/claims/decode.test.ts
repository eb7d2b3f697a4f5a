import { describe, expect, it } from "vitest";
import { all, claimsOf, faultsOf, faultsOfVerify, messages, unverified, verdicts } from "../../support/readers.js";
import { codeOf, forge, KEY, NOW, payload } from "../../support/tokens.js";

const BIG = "1e999"; // Infinity, once parsed
const withText = (members: string): string => forge(`{"iss":"${KEY}","exp":${NOW + 600},${members}}`);
const without = (name: string): string => forge({ ...payload(), [name]: undefined });

describe("iss", () => {
  it("when absent is refused, and reads empty unverified", async () => {
    expect(await verdicts(without("iss"))).toEqual(all("INVALID_CLAIMS", "accepted"));
    expect(await faultsOfVerify(without("iss"))).toEqual(["/iss required"]);
    expect(unverified(without("iss")).iss).toBe("");
  });

  it.each([5, true, [KEY], { [KEY]: 1 }, null])("%j is of the wrong type", async (iss) => {
    expect(await faultsOf(forge(payload({ iss })))).toEqual(["/iss type"]);
  });

  it("of the wrong type is told with what came, as other claims are", async () => {
    const message = "the token's claims are invalid: /iss must be a string; got null";
    expect(await messages(forge(payload({ iss: null })))).toEqual([message, message, message]);
  });

  it.each(["", "unknown", KEY.toUpperCase(), ` ${KEY}`, "__proto__", "constructor", "toString", "hasOwnProperty"])(
    "%j is unknown, and of no interest to fromUnverified",
    async (iss) => {
      expect(await verdicts(forge(payload({ iss })))).toEqual(all("INVALID_ISSUER", "accepted"));
      expect(unverified(forge(payload({ iss }))).iss).toBe(iss);
    },
  );
});

describe("exp", () => {
  it("when absent is refused, and reads 0 unverified", async () => {
    expect(await verdicts(without("exp"))).toEqual(all("INVALID_CLAIMS", "accepted"));
    expect(await faultsOfVerify(without("exp"))).toEqual(["/exp required"]);
    expect(unverified(without("exp")).exp).toBe(0);
  });

  it.each([null, `${NOW + 600}`, "", true, [NOW + 600], {}])("%j is of the wrong type", async (exp) => {
    expect(await faultsOf(forge(payload({ exp })))).toEqual(["/exp type"]);
  });

  it.each([BIG, `-${BIG}`])("%s is no finite number", async (exp) => {
    expect(await faultsOf(forge(`{"iss":"${KEY}","exp":${exp}}`))).toEqual(["/exp type"]);
  });

  it.each([
    [NOW + 600, "accepted"],
    [NOW, "accepted"],
    [NOW - 59, "accepted"],
    [NOW - 59.5, "accepted"],
    [NOW - 60, "EXPIRED"],
    [NOW - 60.5, "EXPIRED"],
    [NOW - 61, "EXPIRED"],
    [0, "EXPIRED"],
    [-1, "EXPIRED"],
    [Number.MAX_SAFE_INTEGER, "accepted"],
    [1e300, "accepted"],
    [(NOW + 600) * 1000, "accepted"],
  ] as const)("%d is %s, at a leeway of 60 s, and unverified it is as good as any", async (exp, verdict) => {
    expect(await verdicts(forge(payload({ exp, nbf: 0 })))).toEqual(all(verdict, "accepted"));
    expect(unverified(forge(payload({ exp }))).exp).toBe(exp);
  });
});

describe("nbf", () => {
  it("when absent reads 0", async () => {
    expect((await claimsOf(without("nbf"))).nbf).toBe(0);
  });

  it.each([null, `${NOW}`, false, [], {}])("%j is of the wrong type", async (nbf) => {
    expect(await faultsOf(forge(payload({ nbf })))).toEqual(["/nbf type"]);
  });

  it.each([BIG, `-${BIG}`])("%s is no finite number", async (nbf) => {
    expect(await faultsOf(withText(`"nbf":${nbf}`))).toEqual(["/nbf type"]);
  });

  it.each([
    [0, "accepted"],
    [-1, "accepted"],
    [NOW, "accepted"],
    [NOW + 59.5, "accepted"],
    [NOW + 60, "accepted"],
    [NOW + 60.5, "NOT_YET_VALID"],
    [NOW + 61, "NOT_YET_VALID"],
    [1e300, "NOT_YET_VALID"],
  ] as const)("%d is %s, at a leeway of 60 s, and unverified it is as good as any", async (nbf, verdict) => {
    expect(await verdicts(forge(payload({ nbf })))).toEqual(all(verdict, "accepted"));
    expect(unverified(forge(payload({ nbf }))).nbf).toBe(nbf);
  });
});

describe("aud", () => {
  it.each([KEY, "livekit", "", ["livekit"], [], {}, 5, false, null])(
    "%j, like any, is refused, and ignored unverified",
    async (aud) => {
      expect(await verdicts(forge(payload({ aud })))).toEqual(all("INVALID_AUDIENCE", "accepted"));
      expect(unverified(forge(payload({ aud })))).not.toHaveProperty("aud");
    },
  );
});

describe("iat", () => {
  it.each([0, NOW, NOW + 10 ** 9, 1.5, -1, 1e300])("%d is kept, and not compared with the clock", async (iat) => {
    expect((await claimsOf(forge(payload({ iat })))).iat).toBe(iat);
  });

  it.each([null, `${NOW}`, true, [], {}])("%j is of the wrong type", async (iat) => {
    expect(await faultsOf(forge(payload({ iat })))).toEqual(["/iat type"]);
  });

  it("is a finite number", async () => {
    expect(await faultsOf(withText(`"iat":${BIG}`))).toEqual(["/iat type"]);
  });
});

describe("jti", () => {
  it.each(["", "id", "𝒳"])("%j is kept", async (jti) => {
    expect((await claimsOf(forge(payload({ jti })))).jti).toBe(jti);
  });

  it.each([null, 5, false, [], {}])("%j is of the wrong type", async (jti) => {
    expect(await faultsOf(forge(payload({ jti })))).toEqual(["/jti type"]);
  });
});

describe("sub and name", () => {
  it.each(["", "a".repeat(10_000), "\0\u001f", "\u{1f600}"])(
    "%j is kept, whatever the server would say",
    async (text) => {
      const { sub, name } = await claimsOf(forge(payload({ sub: text, name: text })));
      expect([sub, name]).toEqual([text, text]);
    },
  );

  it("are not asked for, nor is a room, by roomJoin", async () => {
    const { sub, video } = await claimsOf(forge(payload({ sub: undefined, video: { roomJoin: true } })));
    expect([sub, video.roomJoin, video.room]).toEqual(["", true, ""]);
  });
});

it("all faults are told at once, a missing exp among them", async () => {
  const token = forge({ iss: KEY, sub: 5, nbf: "now", video: { room: 1, roomJoin: 2 }, attributes: { a: 1 } });
  const faults = ["/nbf type", "/sub type", "/video/roomJoin type", "/video/room type", "/attributes/a type"];
  expect((await faultsOfVerify(token)).sort()).toEqual(["/exp required", ...faults].sort());
  expect(await codeOf(() => unverified(token))).toBe("INVALID_CLAIMS");
});
