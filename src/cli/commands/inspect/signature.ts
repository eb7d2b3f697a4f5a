import * as jws from "#jws";
import { getOwnAt } from "../../../json/own.js";
import type { CompactJws } from "../../../jws/compact-jws.js";
import { importSecrets } from "../../../jws/keys.js";
import type { Reading } from "../../../lint/reading.js";
import type { Credentials } from "../../args/credentials.js";

export interface SignatureVerdict {
  readonly verdict: "right" | "wrong" | "unchecked";
  readonly message: string;
}

/** Checks the signature with the key, whatever else is wrong with the token. */
export async function checkSignature(
  { parts, payload, formErrors }: Reading,
  credentials: Credentials | undefined,
): Promise<SignatureVerdict> {
  if (credentials === undefined) {
    return unchecked("there is no key: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET, or give --api-key and --api-secret");
  }
  const { apiKey } = credentials;
  const issuer = getOwnAt(payload, ["iss"]);
  if (typeof issuer !== "string") return unchecked("the token does not say whose key signed it");
  if (issuer !== apiKey) return unchecked(`the token was issued with the key ${JSON.stringify(issuer)}, not yours`);
  if (parts === undefined || formErrors.length > 0) return unchecked("the token has not the form of one");
  if (await isSigned(parts, credentials)) return right(apiKey);
  return { verdict: "wrong", message: `not made with the secret of the key ${JSON.stringify(apiKey)}` };
}

async function isSigned({ signingInput, signature }: CompactJws, { apiKey, secrets }: Credentials): Promise<boolean> {
  for (const key of importSecrets(apiKey, secrets)) {
    if (await jws.verify(key, signingInput, signature)) return true;
  }
  return false;
}

function right(apiKey: string): SignatureVerdict {
  return { verdict: "right", message: `made with the secret of the key ${JSON.stringify(apiKey)}` };
}

function unchecked(why: string): SignatureVerdict {
  return { verdict: "unchecked", message: `not checked: ${why}` };
}
