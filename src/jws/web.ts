import { base64url, type CryptoKey, compactVerify, FlattenedSign } from "jose";
import { HEADER } from "./header.js";
import type { HmacKey, Jws } from "./jws.js";

const encoder = new TextEncoder();
// A byte order mark is kept: it is no JSON.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Imports the secret once, at the first use; a closure, so that no log shows it. */
type WebKey = () => Promise<CryptoKey>;

function webKey(secret: string): WebKey {
  let key: Promise<CryptoKey> | undefined;
  return () => {
    key ??= crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
      "sign",
      "verify",
    ]);
    return key;
  };
}

const cryptoKey = (key: HmacKey): Promise<CryptoKey> => (key as unknown as WebKey)();

export const jws: Jws = {
  key: (secret) => webKey(secret) as unknown as HmacKey,

  async sign(key, payload) {
    const jws = await new FlattenedSign(encoder.encode(payload)).setProtectedHeader(HEADER).sign(await cryptoKey(key));
    return `${jws.protected}.${jws.payload}.${jws.signature}`;
  },

  async verify(key, signingInput, signature) {
    // jose takes other spellings of the same bytes too.
    if (!this.decode(signature)) return false;
    try {
      await compactVerify(`${signingInput}.${signature}`, await cryptoKey(key), {
        algorithms: ["HS256"],
      });
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED") return false;
      throw error;
    }
  },

  async digest(body) {
    const bytes = typeof body === "string" ? encoder.encode(body) : body;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
    return btoa(String.fromCharCode(...digest));
  },

  decode(segment) {
    try {
      const bytes = base64url.decode(segment);
      return base64url.encode(bytes) === segment ? bytes : undefined;
    } catch {
      return undefined;
    }
  },

  text(bytes) {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  },
};
