import { expect, it } from "vitest";
import * as reactNative from "../../../src/jws/react-native.js";

const { key, sign, verify, digest } = reactNative;

it.each(Object.entries({ key, sign, verify, digest }))("%s throws the reason that is given as missing", (_, refuse) => {
  const call = refuse as () => unknown;
  expect(() => call()).toThrow("React Native has no WebCrypto");
  expect(reactNative.missing()).toBe("React Native has no WebCrypto");
});

it("reads the text of all bytes without a TextDecoder", () => {
  for (let byte = 0; byte < 128; byte++) {
    expect(reactNative.text(Uint8Array.of(byte))).toBe(String.fromCharCode(byte));
  }
  expect(reactNative.text(Uint8Array.of(0xf0, 0x9f, 0x98, 0x80))).toBe("😀");
  expect(reactNative.text(Uint8Array.of(0xff))).toBeUndefined();
});
