import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { isWellFormed, toWellFormed } from "../../../src/json/well-formed.js";
import { anyCharacter } from "../../support/arbitrary-text.js";

const broken = fc.array(fc.constantFrom("a", "\ud83d", "\ude00", "😀", "\uffff")).map((parts) => parts.join(""));

const { isWellFormed: native } = String.prototype;

afterEach(() => {
  Object.defineProperty(String.prototype, "isWellFormed", { value: native, writable: true, configurable: true });
  vi.resetModules();
});

it("answers the same where String lacks the method", async () => {
  Reflect.deleteProperty(String.prototype, "isWellFormed");
  vi.resetModules();
  const without = await import("../../../src/json/well-formed.js");
  for (const text of ["", "a", "\ud83d\ude00", "\ud83d", "a\ude00", "\ude00\ud83d"]) {
    expect([text, without.isWellFormed(text)]).toEqual([text, native.call(text)]);
  }
});

it("answers as the methods of String do, which some runtimes lack", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: anyCharacter }), broken), (text) => {
      expect(isWellFormed(text)).toBe(text.isWellFormed());
      expect(toWellFormed(text)).toBe(text.toWellFormed());
    }),
  );
});
