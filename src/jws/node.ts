import { Buffer, isUtf8 } from "node:buffer";
import { createHash, createHmac } from "node:crypto";
import { equalText } from "./equal-text.js";
import { ENCODED_HEADER } from "./header.js";
import type { HmacKey, Jws } from "./jws.js";

// The key is bytes, so that createHmac does not encode the secret for each token. A KeyObject would be a little faster to use.
// But creating one takes half as long as signing a token, and many keys sign only one.
const bytesOf = (key: HmacKey): Uint8Array => key as unknown as Uint8Array;

const encoder = new TextEncoder();

export const missing: Jws["missing"] = () => undefined;

export const key: Jws["key"] = (secret) =>
  (typeof secret === "string" ? encoder.encode(secret) : secret) as unknown as HmacKey;

export const sign: Jws["sign"] = (key, payload) => {
  const signingInput = `${ENCODED_HEADER}.${Buffer.from(payload).toString("base64url")}`;
  // Base64url is ASCII, which is hashed faster as "latin1". verify must not do so: its input may have other characters, and
  // "latin1" would cut them to one byte, which may be ASCII.
  const hmac = createHmac("sha256", bytesOf(key)).update(signingInput, "latin1");
  return `${signingInput}.${hmac.digest("base64url")}`;
};

// Compares text: one digest as text is faster than two buffers.
export const verify: Jws["verify"] = (key, signingInput, signature) =>
  equalText(createHmac("sha256", bytesOf(key)).update(signingInput).digest("base64url"), signature);

export const digest: Jws["digest"] = (body) => createHash("sha256").update(body).digest("base64");

export const decode: Jws["decode"] = (segment) => {
  const bytes = Buffer.from(segment, "base64url");
  return bytes.toString("base64url") === segment ? bytes : undefined;
};

export const text: Jws["text"] = (bytes) => (isUtf8(bytes) ? (bytes as Buffer).toString() : undefined);
