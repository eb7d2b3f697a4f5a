import { describe, expect, it } from "vitest";
import { normalizeRoomConfig } from "../../../src/room-config/normalize.js";

function timeout(emptyTimeout: string): unknown {
  const { value } = normalizeRoomConfig({ emptyTimeout }, []);
  return (value as { readonly emptyTimeout: unknown }).emptyTimeout;
}

describe("a number in a string", () => {
  it.each([
    ["60", 60],
    ["0", 0],
    ["-0", -0],
    ["-7", -7],
    ["1.5", 1.5],
    ["1.25", 1.25],
    ["0.5", 0.5],
    ["6e1", 60],
    ["6E1", 60],
    ["6e+1", 60],
    ["600e-1", 60],
    ["1e10", 1e10],
    ["1.5e1", 15],
    ["6.00e+01", 60],
  ])("%j is parsed as in JSON", (text, number) => {
    expect(timeout(text)).toBe(number);
  });

  it.each(["1.", ".5", "1e", "1e+", "01", "00", "-", "+1", "1 ", " 1", "1_0", "0x10", "1e1.5", "Infinity", "NaN", ""])(
    "%j remains a string, since it is not a number in JSON",
    (text) => {
      expect(timeout(text)).toBe(text);
    },
  );
});
