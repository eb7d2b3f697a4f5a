import { describe, expect, it } from "vitest";
import { AccessTokenError } from "../../../src/index.js";
import { notCanonical, parseObject } from "../../../src/jws/parse-object.js";

const malformed = (message: string) => new AccessTokenError("MALFORMED_TOKEN", message);

describe.each(["header", "payload"] as const)("the %s of a token", (part) => {
  it.each<[string, Uint8Array | undefined]>([
    ["is not canonical base64url without padding", undefined],
    ["is not UTF-8", Uint8Array.of(0xff)],
    ["is not JSON", Buffer.from("{")],
    ["is not JSON", Buffer.from("\ufeff{}")],
    ["is not a JSON object", Buffer.from("[]")],
    ["is not a JSON object", Buffer.from("null")],
  ])("%s: refused with that message", (problem, bytes) => {
    expect(() => parseObject(bytes, part)).toThrow(malformed(`the token's ${part} ${problem}`));
  });

  it("is parsed when it is an object", () => {
    expect(parseObject(Buffer.from('{"a":"ä"}'), part)).toEqual({ a: "ä" });
  });
});

it("a signature that is not canonical is named too", () => {
  expect(notCanonical("signature")).toEqual(
    malformed("the token's signature is not canonical base64url without padding"),
  );
});
