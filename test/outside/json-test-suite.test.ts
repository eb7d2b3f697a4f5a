import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import * as jws from "#jws";
import { AccessTokenError } from "../../src/index.js";
import { isObject } from "../../src/json/is-object.js";
import { parseObject } from "../../src/jws/parse-object.js";
import { lint } from "../../src/lint.js";
import { base64url, signRaw } from "../support/tokens.js";
import { describeData, listData, readData } from "./data.js";

/** Parses as RFC 8259 and RFC 3629 require, with the platform's strict UTF-8 decoder and JSON.parse. */
function parseStrictly(bytes: Uint8Array): { readonly value?: unknown } {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch {
    return {};
  }
}

function parseOurs(bytes: Uint8Array, part: "header" | "payload"): { readonly value?: unknown } {
  try {
    return { value: parseObject(jws.decode(Buffer.from(bytes).toString("base64url")), part) };
  } catch (error) {
    if (error instanceof AccessTokenError && error.code === "MALFORMED_TOKEN") return {};
    throw error;
  }
}

describeData("json-test-suite", "JSONTestSuite", () => {
  const files = listData("json-test-suite/test_parsing");
  const bytesOf = (file: string): Buffer => readData(`json-test-suite/test_parsing/${file}`);
  // A part of a token is an object, so each text is tried by itself and as the value of a member.
  const forms: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ["by itself", (bytes) => bytes],
    ["as a member", (bytes) => Buffer.concat([Buffer.from('{"x":'), bytes, Buffer.from("}")])],
  ];
  const cases = files.flatMap((file) => forms.map(([form, shape]) => [file, form, shape(bytesOf(file))] as const));

  it.each(cases)("%s %s is parsed as the platform parses it", (_, __, bytes) => {
    const expected = parseStrictly(bytes);
    const accepted = isObject(expected.value) ? expected : {};
    expect(parseOurs(bytes, "payload")).toEqual(accepted);
    expect(parseOurs(bytes, "header")).toEqual(accepted);
  });

  it.each(files.filter((file) => !file.startsWith("i_")))("%s is accepted when its name starts with y", (file) => {
    const member = forms[1]?.[1](bytesOf(file)) as Buffer;
    expect("value" in parseOurs(member, "payload")).toBe(file.startsWith("y_"));
  });

  it.each(cases)("lint reports %s %s when it is malformed", (_, __, bytes) => {
    const token = signRaw(`${base64url('{"alg":"HS256"}')}.${base64url(bytes)}`);
    const malformed = lint(token).some(({ code }) => code === "malformed-token");
    expect(malformed).toBe(!("value" in parseOurs(bytes, "payload")));
  });
});
