import * as jws from "#jws";
import { AccessTokenError } from "../../src/index.js";
import { checkAlgorithm, parseHeader } from "../../src/jws/check-header.js";
import { checkSignatureForm, splitToken } from "../../src/jws/compact-jws.js";
import type { HmacKey } from "../../src/jws/jws.js";
import { notCanonical } from "../../src/jws/parse-object.js";

/** Whether `#jws` is the one of node:crypto, where the key is the secret itself. */
export const IS_NODE = typeof jws.key("k") === "string";

/** Returns an HMAC key of any bytes. The public API only takes text. */
export function keyOf(bytes: Uint8Array): HmacKey {
  const key = IS_NODE
    ? bytes
    : () =>
        crypto.subtle.importKey("raw", bytes as Uint8Array<ArrayBuffer>, { name: "HMAC", hash: "SHA-256" }, false, [
          "sign",
          "verify",
        ]);
  return key as unknown as HmacKey;
}

/** Runs every check that comes before the payload is parsed. Returns "ok" or the code of the error. */
export async function verifyJws(token: string, key: HmacKey): Promise<"ok" | AccessTokenError["code"]> {
  try {
    const parts = splitToken(token, 1_048_576);
    if (!jws.decode(parts.payload)) throw notCanonical("payload");
    checkAlgorithm(parseHeader(parts.header));
    checkSignatureForm(parts);
    return (await jws.verify(key, parts.signingInput, parts.signature)) ? "ok" : "INVALID_SIGNATURE";
  } catch (error) {
    if (error instanceof AccessTokenError) return error.code;
    throw error;
  }
}
