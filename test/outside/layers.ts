import * as jws from "#jws";
import { AccessTokenError } from "../../src/index.js";
import { checkAlgorithm, parseHeader } from "../../src/jws/check-header.js";
import { checkSignatureForm, splitToken } from "../../src/jws/compact-jws.js";
import type { HmacKey } from "../../src/jws/jws.js";
import { notCanonical } from "../../src/jws/parse-object.js";

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
