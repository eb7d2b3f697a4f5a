import { describe, expect, it } from "vitest";
import { all, claimsOf, messages, verdicts } from "../../support/readers.js";
import { base64url, forge, NOW, payload, signRaw } from "../../support/tokens.js";

const good = forge(payload());
const [header = "", body = "", signature = ""] = good.split(".");

/** A good token of exactly so many bytes. */
function tokenOfLength(length: number): string {
  const bytes = Math.floor(((length - header.length - signature.length - 2) * 3) / 4);
  const empty = JSON.stringify(payload({ metadata: "" })).length;
  return forge(payload({ metadata: "m".repeat(bytes - empty) }));
}

describe("the shape of a token", () => {
  it("a good one is accepted", async () => {
    expect(await verdicts(good)).toEqual(all("accepted"));
  });

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a number", 5],
    ["an object", { token: good }],
    ["an array that reads as a token", [good]],
    ["a String object", new String(good)],
    ["bytes", new TextEncoder().encode(good)],
    ["an empty string", ""],
    ["one part", header],
    ["two parts", `${header}.${body}`],
    ["four parts", `${good}.`],
    ["four parts, the first empty", `.${good}`],
    ["the five parts of a JWE", `${good}.${body}.${signature}`],
    ["dots only", ".."],
    ["a JWS in JSON", JSON.stringify({ payload: body, protected: header, signature })],
    ["a token in quotes", `"${good}"`],
    ["a space before", ` ${good}`],
    ["a newline before", `\n${good}`],
  ])("%s is malformed", async (_, token) => {
    expect(await verdicts(token)).toEqual(all("MALFORMED_TOKEN"));
  });

  it.each(["Bearer ", "bearer ", "BEARER "])('"%s" in front is malformed, and the message says so', async (prefix) => {
    expect(await verdicts(prefix + good)).toEqual(all("MALFORMED_TOKEN"));
    for (const message of await messages(prefix + good)) expect(message).toContain('starts with "Bearer "');
  });

  it("1 MiB is accepted, and a byte more is not, which the message says", async () => {
    const [fits, over] = [tokenOfLength(1_048_576), tokenOfLength(1_048_577)];
    expect([fits.length, over.length]).toEqual([1_048_576, 1_048_577]);
    expect(await verdicts(fits)).toEqual(all("accepted"));
    expect(await verdicts(over)).toEqual(all("MALFORMED_TOKEN"));
    for (const message of await messages(over)) expect(message).toContain("longer than 1048576 bytes");
  });
});

describe("a header or payload that is not canonical base64url", () => {
  /** A good payload whose base64url has so many characters more than a multiple of four. */
  const spelled = (rest: number): string =>
    ["", " ", "  "]
      .map((space) => base64url(JSON.stringify(payload({ name: "~~??>>\u{1f600}" })) + space))
      .find((text) => text.length % 4 === rest) ?? "";
  const whole = spelled(0);
  const spare = spelled(2);
  const spaced = base64url('{"alg":"HS256" }');
  /** The same bytes, but that a spare bit is set: the last character is an A, Q, g or w. */
  const next = (text: string): string => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1);

  it("the canonical spellings that the cases start from are accepted", async () => {
    expect([spaced, spare, whole, header].map(({ length }) => length % 4)).toEqual([2, 2, 0, 0]);
    for (const text of [spaced, spare])
      expect(Buffer.from(next(text), "base64url")).toEqual(Buffer.from(text, "base64url"));
    for (const text of [whole, spare]) {
      expect(text).toMatch(/-.*_|_.*-/);
      expect(await verdicts(signRaw(`${spaced}.${text}`))).toEqual(all("accepted"));
    }
  });

  it.each([
    ["a padded header", `${spaced}==`, body],
    ["a padded payload", header, `${spare}==`],
    ["a header with spare bits set", next(spaced), body],
    ["a payload with spare bits set", header, next(spare)],
    ["a header of 4n + 1 characters", `${header}A`, body],
    ["a payload of 4n + 1 characters", header, `${whole}A`],
    ["the payload in plain base64", header, whole.replaceAll("-", "+").replaceAll("_", "/")],
    ["a newline in the header", `${header.slice(0, 4)}\n${header.slice(4)}`, body],
    ["a newline after the payload", header, `${body}\n`],
    ["a space in the payload", header, `${body.slice(0, 4)} ${body.slice(4)}`],
    ["a character of no alphabet in the header", `${header.slice(0, -1)}!`, body],
    ["a character of no alphabet in the payload", header, `*${body.slice(1)}`],
    ["a character that is not ASCII in the payload", header, `${body.slice(0, -1)}é`],
    ["a fullwidth letter in the header", `${header.slice(0, -1)}\uff21`, body],
    ["a lone surrogate in the payload", header, `${body.slice(0, -1)}\ud800`],
    ["an empty header", "", body],
    ["an empty payload", header, ""],
  ])("%s is malformed", async (_, first, second) => {
    expect(await verdicts(signRaw(`${first}.${second}`))).toEqual(all("MALFORMED_TOKEN"));
  });
});

describe("a payload that is no JSON object in UTF-8", () => {
  const json = JSON.stringify(payload());
  it.each<[string, string | Uint8Array]>([
    ["bytes that are not UTF-8", Buffer.from(`${json.slice(0, -1)},"name":"\u00ff"}`, "latin1")],
    ["an overlong encoding", Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])],
    [
      "a surrogate in UTF-8",
      Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    ],
    ["UTF-16", Buffer.from(json, "utf16le")],
    ["a byte order mark", `\ufeff${json}`],
    ["text", "alice"],
    ["half an object", json.slice(0, -1)],
    ["two objects", `${json}{}`],
    ["a trailing comma", `${json.slice(0, -1)},}`],
    ["a comment", `${json}//`],
    ["a single quote", "{'iss':'myapikey'}"],
    ["a control character in a string", '{"name":"\n"}'],
    ["a NUL after it", `${json}\0`],
    ["NaN", '{"exp":NaN}'],
    ["an array", `[${json}]`],
    ["a string", JSON.stringify(json)],
    ["a number", "5"],
    ["null", "null"],
    ["true", "true"],
  ])("%s is malformed", async (_, text) => {
    expect(await verdicts(forge(text))).toEqual(all("MALFORMED_TOKEN"));
  });

  it.each([
    ["white space around it", ` \t\r\n${json}\n`],
    ["escapes in its names and strings", json.replace('"iss"', '"\\u0069ss"').replace("alice", "\\u0061lice")],
  ])("%s is accepted", async (_, text) => {
    expect(await claimsOf(forge(text))).toMatchObject({ iss: "myapikey", exp: NOW + 600, sub: "alice" });
  });

  it.each(["\0\u0001\u001f\u007f", "\u{1f600} 𝒳", "ñ and n\u0303", "\u2028\u2029", "\ufeff", '"\\/'])(
    "%j survives",
    async (text) => {
      expect((await claimsOf(forge(payload({ sub: text })))).sub).toBe(text);
    },
  );
});
