import { describe, expect, it } from "vitest";
import { escapeControls, jsonLine, printableJson } from "../../../src/json/escape-controls.js";

describe("a text", () => {
  it.each([
    ["\u0000\u0009\u000a\u001b\u007f", String.raw`\u0000\u0009\u000a\u001b\u007f`],
    ["\u0080\u009b\u009f", String.raw`\u0080\u009b\u009f`],
    ["\u2028\u2029", String.raw`\u2028\u2029`],
    ["\u202e\u2066\u200f", String.raw`\u202e\u2066\u200f`],
    ["\u00ad\u200b\u2060\ufeff\u3164\ufe0e", String.raw`\u00ad\u200b\u2060\ufeff\u3164\ufe0e`],
    ["\ufff9\ufffa\ufffb", String.raw`\ufff9\ufffa\ufffb`],
    ["\u{e0041}\u{e0101}", String.raw`\udb40\udc41\udb40\udd01`],
    ["a\u200db", String.raw`a\u200db`],
    ["\u{1f680}\u200d", String.raw`🚀\u200d`],
    ["a\u200d\u{1f680}", String.raw`a\u200d🚀`],
    ["a\ufe0f", String.raw`a\ufe0f`],
  ])("has its controls and invisible characters escaped: %j", (text, escaped) => {
    expect(escapeControls(`<${text}>`)).toBe(`<${escaped}>`);
  });

  it.each([
    ["a space, letters and marks", "\u0020\u007e\u00a0\u00ac\u00ae\u2027\u202f\ufffc\ufffd\u0301é李"],
    ["an emoji", "\u{1f680}"],
    ["an emoji with a variation selector", "\u2764\ufe0f"],
    ["two joined emoji", "\u{1f469}\u200d\u{1f680}"],
    ["three joined emoji", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}"],
    ["a joined emoji with a skin tone", "\u{1f469}\u{1f3fd}\u200d\u{1f680}"],
    ["a joined emoji with a variation selector", "\u{1f3f3}\ufe0f\u200d\u{1f308}"],
  ])("keeps %s", (_, text) => {
    expect(escapeControls(text)).toBe(text);
  });
});

describe("JSON to print", () => {
  const value = { "a\u009b": ["line\nfeed", "\u202e"] };

  it("is indented, with what its texts hold escaped", () => {
    expect(printableJson(value)).toBe(
      ["{", String.raw`  "a\u009b": [`, String.raw`    "line\nfeed",`, String.raw`    "\u202e"`, "  ]", "}"].join("\n"),
    );
  });

  it("fits in one line", () => {
    expect(jsonLine(value)).toBe(String.raw`{"a\u009b":["line\nfeed","\u202e"]}`);
  });
});
