import { base64url, type CryptoKey } from "jose";
import { decodeBase64url } from "./base64url.js";
import { ENCODED_HEADER } from "./header.js";
import type { HmacKey, Jws } from "./jws.js";

/** Returns the imported secret. Imports it at the first use only. A closure, so that no log shows the secret. */
type WebKey = () => Promise<CryptoKey>;

const cryptoKey = (key: HmacKey): Promise<CryptoKey> => (key as unknown as WebKey)();

const encoder = /* @__PURE__ */ new TextEncoder();

export const missing: Jws["missing"] = () =>
  globalThis.crypto?.subtle ? undefined : "WebCrypto is not available: browsers provide it over HTTPS only";

export const key: Jws["key"] = (secret) => {
  let imported: Promise<CryptoKey> | undefined;
  const bytes = typeof secret === "string" ? encoder.encode(secret) : (secret as Uint8Array<ArrayBuffer>);
  const webKey: WebKey = () => {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    imported ??= crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign", "verify"]);
    return imported;
  };
  return webKey as unknown as HmacKey;
};

export const sign: Jws["sign"] = async (key, payload) => {
  const signingInput = `${ENCODED_HEADER}.${base64url.encode(payload)}`;
  const signature = await crypto.subtle.sign("HMAC", await cryptoKey(key), encoder.encode(signingInput));
  return `${signingInput}.${base64url.encode(new Uint8Array(signature))}`;
};

export const verify: Jws["verify"] = async (key, signingInput, signature) => {
  const bytes = decodeBase64url(signature);
  return bytes !== undefined && crypto.subtle.verify("HMAC", await cryptoKey(key), bytes, encoder.encode(signingInput));
};

export const digest: Jws["digest"] = async (body) => {
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
  return btoa(String.fromCharCode(...digest));
};

export const decode: Jws["decode"] = decodeBase64url;

// Keeps a byte order mark, so that JSON.parse rejects it.
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const text: Jws["text"] = (bytes) => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};
