import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lint } from "../../../src/lint.js";
import { findTokens } from "../../../src/paste/find-tokens.js";
import type { Found } from "../../../src/paste/found.js";
import { anyCharacter } from "../../support/arbitrary-text.js";
import { CLAIMS, DAMAGED, IN_TEXT, PASTED_CLAIMS, PASTED_TOKEN, WITHOUT_TOKEN } from "../../support/pasted-texts.js";
import { base64url, clock, forge, payload } from "../../support/tokens.js";

const token = PASTED_TOKEN;
const [header = "", body = "", signature = ""] = token.split(".");
const only = (text: string): Found => {
  const found = findTokens(text);
  expect(found).toHaveLength(1);
  return found[0];
};

describe("a token that is used with something on it is damaged", () => {
  it.each(DAMAGED)("by %s", (_, text, words) => {
    expect(only(text)).toMatchObject({ kind: "token", token, around: { intact: false } });
    expect(only(text)).toMatchObject({ around: { message: expect.stringContaining(words) } });
    expect(lint(text, { clock }).map(({ code }) => code)).toEqual(["malformed-token"]);
  });
});

describe("a token that is whole in other text is found in", () => {
  it.each(IN_TEXT)("%s", (_, text, words) => {
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
  it.each(WITHOUT_TOKEN)("%j", (text, words) => {
    const found = only(text);
    expect(found).toMatchObject({ kind: "reason", message: expect.stringContaining(words) });
    expect(JSON.stringify(found)).not.toContain("hunter2");
    expect(lint(text, { clock }).map(({ code }) => code)).toEqual(["not-a-token"]);
  });
});

describe("claims are found in", () => {
  const claims = PASTED_CLAIMS;
  it.each(CLAIMS)("%s", (_, text) => {
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
    ["no signature", `${header}.${body}`, "after the second dot"],
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
  fc.assert(fc.property(fc.string({ unit: anyCharacter }), (any) => findTokens(any).length > 0));
});
