import { describe, expect, it } from "vitest";
import { diagnose } from "../../../../src/lint/diagnose.js";
import { read } from "../../../../src/lint/reading.js";
import { predict, target } from "../../../../src/targets.js";
import { findingsOf, found, lintNow, payload } from "../../../support/lint.js";
import { clock, forge, forgeWith, SECRET } from "../../../support/tokens.js";

const OLD = "livekit-server@1.12.0";
const NEW = "livekit-server@1.13.0";
const critical = forge(payload(), { header: { alg: "HS256", crit: ["exp"], exp: 1 } });

describe("a header that this library refuses, and some servers accept", () => {
  it.each<[string, string, string, string]>([
    ["HS384", forgeWith("HS384", payload()), OLD, NEW],
    ["HS512", forgeWith("HS512", payload()), OLD, NEW],
    ["a crit member", critical, NEW, OLD],
  ])("is reported with the servers that accept it: %s", (_, token, accepting, refusing) => {
    const [finding, ...more] = lintNow(token);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: "unsupported-algorithm", severity: "error", pointer: "" });
    expect(finding?.message).toMatch(/1\.12\.0 and older .*this library/);
    expect(finding?.message).toContain("1.13.0 and newer");
    expect(predict(accepting, token, { clock })).toBe("accept");
    expect(predict(refusing, token, { clock })).toBe("refuse");
    expect(findingsOf("target-refuses", token, { target: target(accepting) })).toEqual([]);
    expect(findingsOf("target-refuses", token, { target: target(refusing) })).toMatchObject([
      { pointer: "", message: `the header is refused by ${refusing}, with 401 "invalid token"` },
    ]);
  });

  it.each(["RS256", "none", "hs512", "HS999"])("is not one with the algorithm %s, which no server accepts", (alg) => {
    const token = forge(payload(), { header: { alg } });
    expect(findingsOf("unsupported-algorithm", token)[0]?.message).not.toContain("servers");
    expect(predict(OLD, token, { clock })).toBe("refuse");
    expect(predict(NEW, token, { clock })).toBe("refuse");
  });

  it("is refused by all with both", () => {
    const token = forge(payload(), { header: { alg: "HS512", crit: ["exp"] } });
    expect([OLD, NEW].map((name) => predict(name, token, { clock }))).toEqual(["refuse", "refuse"]);
  });

  it("has a signature of the length of its HMAC", () => {
    const short = forge(payload(), { header: { alg: "HS512" } });
    expect(found(short)).toEqual(["malformed-token ", "unsupported-algorithm "]);
    expect(predict(OLD, short, { clock })).toBe("refuse");
  });

  it("has its signature checked with its own HMAC, mistakes with the secret included", async () => {
    const check = async (signed: string) => {
      const token = forgeWith("HS384", payload(), signed);
      return (await diagnose(read(token), { clock, secret: SECRET })).signature;
    };
    expect((await check(SECRET)).verdict).toBe("right");
    expect((await check(`${SECRET}\n`)).message).toContain("a line feed");
    expect(await check("another")).toMatchObject({ verdict: "wrong", message: "not made with the given secret" });
  });
});

describe("a key or secret in the place of a token", () => {
  it.each([
    ["the API key", "APIabc123", { apiKey: "APIabc123" }],
    ["the API secret", SECRET, { secret: SECRET }],
    ["the API secret without its quotes", SECRET, { secret: `"${SECRET}"` }],
  ])("is reported: %s", (_, text, options) => {
    expect(lintNow(text, options).filter(({ code }) => code !== "short-secret")).toMatchObject([
      {
        code: "not-a-token",
        pointer: "",
        message: "the text is the API key or the API secret, not a token",
        fix: "Mint a token with the key and the secret: run livekit-claims mint, or use AccessToken on a server.",
      },
    ]);
  });
});

it("the words for a header name the servers on either side", () => {
  const [alg] = findingsOf("unsupported-algorithm", forgeWith("HS384", payload()));
  expect(alg?.message).toBe(
    "the token is signed with HS384, not HS256: servers 1.12.0 and older accept it; 1.13.0 and newer refuse it, as this library does",
  );
  const [crit] = findingsOf("unsupported-algorithm", critical);
  expect(crit?.message).toBe(
    'the token\'s header has a "crit" member: servers 1.13.0 and newer ignore it; 1.12.0 and older refuse the token, as this library does',
  );
  const short = forge(payload(), { header: { alg: "HS512" } });
  expect(findingsOf("malformed-token", short)).toMatchObject([
    { message: "the token's signature is not 64 bytes in canonical base64url without padding" },
  ]);
});
