import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lint } from "../../../src/lint.js";
import { findTokens } from "../../../src/paste/find-tokens.js";
import type { Found } from "../../../src/paste/found.js";
import { base64url, clock, forge, payload } from "../../support/tokens.js";

const token = forge(payload({ video: { roomJoin: true, room: "stage" } }));
const [header = "", body = "", signature = ""] = token.split(".");
const broken = (width: number, mark: string): string =>
  token.replaceAll(new RegExp(`.{${width}}(?!$)`, "g"), `$&${mark}`);
const only = (text: string): Found => {
  const found = findTokens(text);
  expect(found).toHaveLength(1);
  return found[0];
};

describe("a token that is used with something on it is damaged", () => {
  it.each<[string, string, string]>([
    ["base64 once more", base64url(token), "base64 once more"],
    ["another scheme", `JWT ${token}`, "a scheme of HTTP before it"],
    ["a tuple of Python", `('${token}',)`, "in single quotes"],
    ["dots", `...${token}...`, "punctuation around"],
    ["wide quotes", `＂${token}＂`, "in quotes"],
    ["a byte order mark", `\ufeff${token}`, "white space around"],
    ["white space", ` ${token}\r\n`, "white space around"],
    ["double quotes", `"${token}"`, "in double quotes"],
    ["single quotes", `'${token}'\n`, "in single quotes"],
    ["backticks", `\`${token}\``, "in backticks"],
    ["a fence", `\`\`\`\n${token}\n\`\`\``, "in backticks"],
    ["curly quotes", `“${token}”`, "in curly quotes"],
    ["low quotes", `„${token}“`, "in curly quotes"],
    ["guillemets", `« ${token} »`, "in guillemets"],
    ["a quote before it", `"${token}`, "a quote before it"],
    ["a quote after it", `${token}'`, "a quote after it"],
    ["the bytes of Python", `b'${token}'`, "bytes of Python"],
    ["a scheme", `Bearer ${token}`, 'starts with "Bearer "'],
    ["brackets", `<${token}>,`, "punctuation around"],
    ["line breaks", broken(76, "\n"), "broken over lines"],
    ["line breaks of Windows", broken(60, "\r\n"), "broken over lines"],
    ["line breaks within each part", broken(20, "\n"), "broken over lines"],
    ["marks of a quoted mail", `> ${broken(70, "\n> ")}`, "broken over lines"],
    ["soft line breaks", broken(70, "=\n"), "broken over lines"],
    ["continued lines of a shell", broken(70, "\\\n    "), "broken over lines"],
    ["pieces of a string literal", `"${broken(60, '" +\n  "')}"`, "broken over lines"],
    ["spaces", broken(70, " "), "broken over lines"],
    ["encoded dots", token.replaceAll(".", "%2E"), "URL-encoded"],
    ["entities", token.replaceAll(".", "&#46;"), "escaped for HTML"],
    ["a space without width", `${token.slice(0, 50)}\u200b${token.slice(50)}`, "invisible characters"],
    ["a soft hyphen", `${token.slice(0, 90)}\u00ad${token.slice(90)}`, "invisible characters"],
  ])("by %s", (_, text, words) => {
    expect(only(text)).toMatchObject({ kind: "token", token, around: { intact: false } });
    expect(only(text)).toMatchObject({ around: { message: expect.stringContaining(words) } });
    expect(lint(text, { clock }).map(({ code }) => code)).toEqual(["malformed-token"]);
  });
});

describe("a token that is whole in other text is found in", () => {
  it.each<[string, string, string]>([
    ["a header of HTTP", `Authorization: Bearer ${token}`, "header Authorization"],
    ["a command", `curl -H 'Authorization: Bearer ${token}' https://host/twirp`, "header Authorization"],
    ["a URL", `wss://host/rtc?access_token=${token}&auto_subscribe=1`, "the parameter access_token of a URL"],
    ["a fragment", `https://host/#access_token=${token}`, "the parameter access_token of a URL"],
    ["a path", `https://my.host.com/join/${token}/now`, "in other text"],
    [
      "what curl -v prints",
      `> GET /rtc?access_token=${token} HTTP/1.1\n> Host: h`,
      "the parameter access_token of a URL",
    ],
    ["a folded block of YAML", `livekit:\n  token: >-\n    ${token}`, "in other text"],
    ["a row of CSV", `alice,stage,"${token}",3600`, "in quotes in other text"],
    ["XML", `<response><token>${token}</token></response>`, "in other text"],
    ["a cookie", `Cookie: session=abc; lk_token=${token}; theme=dark`, "after lk_token"],
    ["a struct of Go", `&{Token:${token} URL:ws://localhost}`, "after Token"],
    ["an optional of Swift", `Optional("${token}")`, "in quotes in other text"],
    ["a hash of Ruby", `{:token=>"${token}"}`, "in quotes in other text"],
    ["a protocol of WebSocket", `Sec-WebSocket-Protocol: livekit, ${token}`, "in other text"],
    ["a tuple with a status", `('${token}', 200)`, "in quotes in other text"],
    ["an answer of GraphQL", `{"data":{"createToken":{"jwt":"${token}"}}}`, "the member jwt of JSON"],
    ["a server-sent event", `event: token\ndata: {"token":"${token}"}\n\n`, "the member token of JSON"],
    ["a data class of Kotlin", `Token(value=${token}, expiresAt=123)`, "after a name"],
    [
      "an endpoint's answer",
      JSON.stringify({ serverUrl: "wss://h", participantToken: token }),
      "member participantToken",
    ],
    ["its other spelling", JSON.stringify({ participant_token: token }, null, 2), "member participant_token"],
    ["nested JSON", JSON.stringify({ data: { accessToken: token } }), "member accessToken"],
    ["JSON in a JSON string", JSON.stringify(JSON.stringify({ token })), "member token"],
    [
      "lk token create --json",
      JSON.stringify({ access_token: token, identity: "a", name: "a" }),
      "member access_token",
    ],
    [
      "lk token create",
      `Token grants:\n{"video":{}}\n\nProject URL: wss://h\nAccess token: ${token}\n`,
      "lk token create",
    ],
    ["an environment line", `LIVEKIT_TOKEN=${token}`, "variable LIVEKIT_TOKEN"],
    ["an exported variable", `export LIVEKIT_TOKEN="${token}"`, "variable LIVEKIT_TOKEN"],
    ["a log", `2026-01-01T00:00:00Z INFO connect token=${token} room=stage`, "after token"],
    ["JavaScript", `const token = "${token}";`, "a line of code, in token"],
    ["TypeScript", `  let jwt: string = '${token}'`, "a line of code, in jwt"],
    ["a promise that was printed", `Promise { '${token}' }`, "in quotes in other text"],
    [
      "an archive of requests",
      JSON.stringify([{ name: "Authorization", value: `Bearer ${token}` }]),
      'follows "Bearer "',
    ],
    ["a log of nginx", `1.2.3.4 - [x] "GET /rtc?access_token=${token} HTTP/1.1" 401`, "the parameter access_token"],
    ["YAML", `livekit:\n  token: ${token}\n`, "after token"],
    ["Kotlin", `val token: String = "${token}"`, "a line of code, in token"],
    ["PowerShell", `$env:LIVEKIT_TOKEN = "${token}"`, "variable LIVEKIT_TOKEN"],
    ["an option of Swift", `Optional("${token}")`, "in quotes in other text"],
    ["a struct of Go", `&{Token:${token} URL:wss://h}`, "after Token"],
    ["a cookie", `Cookie: a=b; lk_token=${token}; Path=/`, "after lk_token"],
    ["an array of PHP", `Array\n(\n    [token] => ${token}\n)`, "in other text"],
    ["a table of Markdown", `| alice | _${token}_ |`, "in other text"],
    ["metadata of gRPC", `authorization: [Bearer ${token}]`, 'follows "Bearer "'],
    ["XML", `<token>${token}</token>`, "in other text"],
    ["a sentence", `The token is ${token}.`, "in other text"],
    ["colors of a terminal", `token: \u001b[32m${token}\u001b[0m`, "after token"],
    [
      "an encoded URL",
      `https://host/?next=${encodeURIComponent(`/join?token=${token}`)}`,
      "the parameter token of a URL",
    ],
    ["the source of a page", `<div data-token=&quot;${token}&quot;>`, "token"],
  ])("%s", (_, text, words) => {
    expect(only(text)).toMatchObject({ kind: "token", token, around: { intact: true } });
    expect(only(text)).toMatchObject({ around: { message: expect.stringContaining(words) } });
  });

  it("a line whose name may be a secret, without the name", () => {
    expect(only(`hunter2hunter2=${token}`)).toMatchObject({
      around: { message: "the token is in other text, after a name" },
    });
  });
});

describe("a text without a token has its reason", () => {
  it.each<[string, string]>([
    ["", "the token is empty"],
    ["undefined", "missing value"],
    ['"null"', "missing value"],
    ["None", "missing value"],
    ["[object Promise]", "a promise"],
    ["Promise { <pending> }", "a promise"],
    ["{}", "a promise"],
    ["<coroutine object make_token at 0x7f>", "a promise"],
    ["[object Object]", "an object"],
    ["AccessToken { apiKey: 'hunter2', apiSecret: 'hunter2' }", "an object"],
    ["[AsyncFunction: toJwt]", "a function"],
    ["$LIVEKIT_TOKEN", "name of a variable"],
    ["<your-token>", "placeholder"],
    ["<!DOCTYPE html><title>hunter2</title>", "a page of HTML"],
    ["Authorization: Basic aHVudGVyMjpodW50ZXIy", "Basic authorization"],
    ["-----BEGIN PRIVATE KEY-----", "a key or a certificate"],
    ["APIhunter2hunter2", "an API key"],
    ["hunter2".repeat(6), "an API secret"],
    ["PA_hunter2hunter2", "the id of a room, participant"],
    ["wss://hunter2.livekit.cloud", "a URL without a token"],
    ["token.jwt", "the name of a file"],
    ["./secrets/hunter2", "the name of a file"],
    ["C:\\hunter2", "the name of a file"],
    ["my.access.token", "the name of a file"],
    ["{'sub': 'hunter2'}", "notation of a programming language"],
    ['{"sub": "hunter2"', "cut short"],
    ['{"error": "hunter2"}', "the JSON of an error"],
    ["eyJhbGciOiJIUzI1NiJ9", "one part of a token"],
    ["token=eyJhbGciOiJIUzI1NiJ9.eyJod…", "shortened"],
    ["eyJhbGciOiJIUzI1NiJ9...abcdef", "shortened"],
  ])("%j", (text, words) => {
    const found = only(text);
    expect(found).toMatchObject({ kind: "reason", message: expect.stringContaining(words) });
    expect(JSON.stringify(found)).not.toContain("hunter2");
    expect(lint(text, { clock }).map(({ code }) => code)).toEqual(["not-a-token"]);
  });
});

describe("claims are found in", () => {
  const claims = payload();
  it.each([
    ["JSON", JSON.stringify(claims, null, 2)],
    ["JSON in a JSON string", JSON.stringify(JSON.stringify(claims))],
    ["a list of one", JSON.stringify([claims])],
    ["the middle part alone", base64url(JSON.stringify(claims))],
    [
      "what jwt-cli prints",
      `Token header\n---\n{\n  "alg": "HS256"\n}\n\nToken claims\n---\n${JSON.stringify(claims, null, 2)}`,
    ],
    ["lines with titles", `header: {"alg":"HS256"}\npayload: ${JSON.stringify(claims)}`],
    ["what decoders print", JSON.stringify({ header: { alg: "HS256" }, payload: claims, signature: "x" })],
  ])("%s", (_, text) => {
    expect(only(text)).toEqual({ kind: "claims", claims, line: 1 });
  });

  it("claims of which one is a token", () => {
    expect(only(JSON.stringify({ ...claims, metadata: token }))).toMatchObject({ kind: "claims" });
  });
});

describe("several tokens", () => {
  const other = forge(payload({ sub: "bob" }));

  it("are found with their lines, each once", () => {
    const found = findTokens(`a ${token}\nb ${other}\nc ${token}\n`);
    expect(found).toMatchObject([
      { token, line: 1 },
      { token: other, line: 2 },
    ]);
    expect(findTokens(`${token}\n${other}\n`)).toMatchObject([
      { token, around: undefined },
      { token: other, around: undefined },
    ]);
  });

  it("are found whole beside one that is cut", () => {
    const cut = token.slice(0, -5);
    expect(findTokens(`${cut}\n${other}`)).toMatchObject([{ token: cut }, { token: other }]);
  });
});

describe("the parts of a token", () => {
  const standard = (part: string): string => Buffer.from(part, "base64url").toString("base64");
  const hex = Buffer.from(signature, "base64url").toString("hex");
  it.each<[string, string, string]>([
    ["standard base64", `${standard(header)}.${standard(body)}.${standard(signature)}`, "strtr(base64_encode"],
    ["padding of the payload", `${header}.${body}==.${signature}`, "strtr(base64_encode"],
    ["a hexadecimal signature", `${header}.${body}.${hex}`, "hash_hmac('sha256', $input, $secret, true)"],
    [
      "the base64 of a hexadecimal one",
      `${header}.${body}.${base64url(hex)}`,
      "hash_hmac('sha256', $input, $secret, true)",
    ],
    ["no signature", `${header}.${body}`, "behind the second dot"],
    ["an empty signature", `${header}.${body}.`, "HS256"],
    ["the same parts again", token + token, "Paste it once"],
    ["encryption", `${token}.${signature}.${signature}`, "JWE"],
  ])("that have %s are reported with the encoding to use", (_, text, fix) => {
    const findings = lint(text, { clock });
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["malformed-token"]));
    for (const finding of findings) expect(finding.fix).toContain(fix);
  });
});

it("finds a token between any texts that have no dots, and never throws", () => {
  const text = fc.string({ unit: "grapheme" }).filter((around) => !/[\w.+/=%&\\-]/.test(around));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(findTokens(before + token + after)).toMatchObject([{ token }]);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: "binary" }), (any) => findTokens(any).length > 0));
});
