import { describe, expect, it } from "vitest";
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
