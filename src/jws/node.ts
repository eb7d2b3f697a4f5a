import { Buffer, isUtf8 } from "node:buffer";
import { createHash, createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { equalText } from "./equal-text.js";
import { ENCODED_HEADER } from "./header.js";
import type { HmacKey, Jws } from "./jws.js";

/**
 * Returns the secret. Makes a KeyObject of it at the second use: creating one takes half as long as signing, and many keys sign
 * one token only. Bytes would be as fast, but Node 24 takes five times as long with them. A closure, so that no log shows the
 * secret.
 */
type NodeKey = () => string | Uint8Array | KeyObject;

const secretOf = (key: HmacKey): ReturnType<NodeKey> => (key as unknown as NodeKey)();

export const missing: Jws["missing"] = () => undefined;

export const key: Jws["key"] = (secret) => {
  let uses = 0;
  let known: ReturnType<NodeKey> = secret;
  const nodeKey: NodeKey = () => {
    // The encoding is that of text, and has no effect on bytes.
    if (uses++ === 1) known = createSecretKey(secret as string, "utf8");
    return known;
  };
  return nodeKey as unknown as HmacKey;
};

export const sign: Jws["sign"] = (key, payload) => {
  const signingInput = `${ENCODED_HEADER}.${Buffer.from(payload).toString("base64url")}`;
  // Base64url is ASCII, which is hashed faster as "latin1". verify must not do so: its input may have other characters, and
  // "latin1" would cut them to one byte, which may be ASCII.
  const hmac = createHmac("sha256", secretOf(key)).update(signingInput, "latin1");
  return `${signingInput}.${hmac.digest("base64url")}`;
};

// Compares text: one digest as text is faster than two buffers.
export const verify: Jws["verify"] = (key, signingInput, signature) =>
  equalText(createHmac("sha256", secretOf(key)).update(signingInput).digest("base64url"), signature);

export const digest: Jws["digest"] = (body) => createHash("sha256").update(body).digest("base64");

export const decode: Jws["decode"] = (segment) => {
  const bytes = Buffer.from(segment, "base64url");
  return bytes.toString("base64url") === segment ? bytes : undefined;
};

export const text: Jws["text"] = (bytes) => (isUtf8(bytes) ? (bytes as Buffer).toString() : undefined);
