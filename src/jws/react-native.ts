import { decodeBase64url } from "./base64url.js";
import type { Jws } from "./jws.js";

const REASON = "React Native has no WebCrypto";

const refuse = (): never => {
  throw new Error(REASON);
};

export const missing: Jws["missing"] = () => REASON;

export const key: Jws["key"] = refuse;

export const sign: Jws["sign"] = refuse;

export const verify: Jws["verify"] = refuse;

export const digest: Jws["digest"] = refuse;

export const decode: Jws["decode"] = decodeBase64url;

/** Uses decodeURIComponent, a strict decoder of UTF-8: some versions of Hermes have no TextDecoder. */
export const text: Jws["text"] = (bytes) => {
  let escaped = "";
  for (const byte of bytes) escaped += byte < 16 ? `%0${byte.toString(16)}` : `%${byte.toString(16)}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
};
