import { describe, expect, it } from "vitest";
import { decodeJson, rawBody } from "../../../src/json/raw-body.js";

describe("a raw body", () => {
  it("is text, or any view of bytes or buffer of them", () => {
    const bytes = Uint8Array.of(1, 2, 3, 4);
    expect(rawBody("")).toBe("");
    expect(rawBody(bytes.buffer)).toEqual(bytes);
    expect(rawBody(new DataView(bytes.buffer, 1, 2))).toEqual(Uint8Array.of(2, 3));
    expect(rawBody(new SharedArrayBuffer(1))).toEqual(Uint8Array.of(0));
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [[1]],
    [5],
    [{ [Symbol.toStringTag]: "[object ArrayBuffer" }],
    [{ [Symbol.toStringTag]: "ArrayBuffer]" }],
  ])("is not %j", (value) => {
    expect(rawBody(value)).toBeUndefined();
  });
});

describe("JSON of a raw body", () => {
  it.each([['{"a":"é"}'], [new TextEncoder().encode('{"a":"é"}')]])("is parsed: %#", (json) => {
    expect(decodeJson(json)).toEqual({ a: "é" });
  });

  it.each([[""], ["{"], [Uint8Array.of(0x22, 0xff, 0x22)]])(
    "is undefined when it is none, or not UTF-8: %#",
    (json) => {
      expect(decodeJson(json)).toBeUndefined();
    },
  );
});
