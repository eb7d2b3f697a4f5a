import { describe, expect, it } from "vitest";
import { AccessTokenError } from "../../../src/index.js";
import { checkSignatureForm, splitToken } from "../../../src/jws/compact-jws.js";
import { all, messages, verdicts } from "../../support/readers.js";
import { base64url, forge, payload, signRaw } from "../../support/tokens.js";

// generated/vectors has the malformed tokens that JSON can hold: see test/src/index.vectors.test.ts.

const good = forge(payload());
const [header = "", body = "", signature = ""] = good.split(".");

describe("a value that is not a string", () => {
  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["an array whose string is a token", [good]],
    ["a String object", new String(good)],
    ["an object whose string is a token", { toString: () => good }],
    ["bytes", new TextEncoder().encode(good)],
  ])("is rejected: %s", async (_, token) => {
    expect(await verdicts(token)).toEqual(all("MALFORMED_TOKEN"));
  });
});

describe("the message about a token that is no compact JWS", () => {
  it.each<[string, unknown, string]>([
    ["no string", 5, "the token must be a string; got a number"],
    ["a promise", Promise.resolve(good), "the token must be a string; got an instance of Promise"],
    ["an empty string", "", "the token is empty"],
    ["white space before it", ` ${good}`, "the token has white space around it; trim it"],
    ["a line feed after it", `${good}\n`, "the token has white space around it; trim it"],
    ["a scheme", `Bearer ${good}`, 'the token starts with "Bearer "; pass only what follows'],
    ["no dot", "abc", "the token must have three parts with dots between"],
    ["one dot", "a.b", "the token must have three parts with dots between"],
    ["three dots", "a.b.c.d", "the token must have three parts with dots between"],
  ])("says so for %s", (_, token, message) => {
    expect(() => splitToken(token, 10_000)).toThrow(new AccessTokenError("MALFORMED_TOKEN", message));
  });

  it("names the limit of size that it is over", () => {
    expect(splitToken("a.b.c", 5)).toEqual({ header: "a", payload: "b", signature: "c", signingInput: "a.b" });
    const message = "the token is longer than 4 bytes";
    expect(() => splitToken("a.b.c", 4)).toThrow(new AccessTokenError("MALFORMED_TOKEN", message));
    expect(() => splitToken("a.b.c", Number.NaN)).toThrow(AccessTokenError);
  });

  it("names the form of a signature", () => {
    const message = "the token's signature is not 32 bytes in canonical base64url without padding";
    const parts = splitToken(good, 10_000);
    expect(checkSignatureForm(parts)).toBeUndefined();
    for (const other of [
      "",
      `${signature}A`,
      `A${signature}`,
      signature.slice(1),
      `${signature.slice(0, -1)}B`,
      `+${signature.slice(1)}`,
    ]) {
      expect(() => checkSignatureForm({ ...parts, signature: other })).toThrow(
        new AccessTokenError("MALFORMED_TOKEN", message),
      );
    }
  });

  it("is about other parts than those that are empty", () => {
    expect(splitToken(".b.", 3)).toEqual({ header: "", payload: "b", signature: "", signingInput: ".b" });
    expect(splitToken("..", 3)).toEqual({ header: "", payload: "", signature: "", signingInput: "." });
  });

  it("takes no other word for a scheme", () => {
    for (const token of ["bearers a.b.c", "xbearer .b.c", "Basic: a.b.c"]) {
      expect(splitToken(token, 100).signature).toBe("c");
    }
  });
});

it("rejects a lone surrogate in a part", async () => {
  expect(await verdicts(signRaw(`${header}.${body.slice(0, -1)}\ud800`))).toEqual(all("MALFORMED_TOKEN"));
});

it.each(["Bearer ", "bearer ", "BEARER "])('names the scheme in the message about "%s" in front', async (prefix) => {
  expect(await verdicts(prefix + good)).toEqual(all("MALFORMED_TOKEN"));
  for (const message of await messages(prefix + good)) expect(message).toContain('starts with "Bearer "');
});

describe("the default size limit", () => {
  /** Returns a valid token of exactly so many bytes. */
  function tokenOfLength(length: number): string {
    const bytes = Math.floor(((length - header.length - signature.length - 2) * 3) / 4);
    const empty = JSON.stringify(payload({ metadata: "" })).length;
    return forge(payload({ metadata: "m".repeat(bytes - empty) }));
  }

  it("accepts 1 MiB, and rejects one byte more with a message that names the limit", async () => {
    const [fits, over] = [tokenOfLength(1_048_576), tokenOfLength(1_048_577)];
    expect([fits.length, over.length]).toEqual([1_048_576, 1_048_577]);
    expect(await verdicts(fits)).toEqual(all("accepted"));
    expect(await verdicts(over)).toEqual(all("MALFORMED_TOKEN"));
    for (const message of await messages(over)) expect(message).toContain("longer than 1048576 bytes");
  });
});

it("accepts every spelling of JSON in a part, as long as its base64url is canonical", async () => {
  const spellings = ["", " ", "  "].map((space) => base64url(JSON.stringify(payload({ name: "~~??>>😀" })) + space));
  expect(new Set(spellings.map((text) => text.length % 4)).size).toBe(3);
  for (const text of spellings) expect(await verdicts(signRaw(`${header}.${text}`))).toEqual(all("accepted"));
});
