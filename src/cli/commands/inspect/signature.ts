import { AccessTokenError } from "../../../issues/error.js";
import type { Json } from "../../../json/is-object.js";
import { getOwnAt } from "../../../json/own.js";
import { TokenVerifier } from "../../../verify/token-verifier.js";
import type { Credentials } from "../../args/credentials.js";

export interface SignatureVerdict {
  readonly verdict: "right" | "wrong" | "unchecked";
  readonly message: string;
}

/** Whether the token is signed with the key, whatever else is wrong with it. */
export async function checkSignature(
  token: string,
  payload: Json | undefined,
  credentials: Credentials | undefined,
): Promise<SignatureVerdict> {
  if (credentials === undefined) {
    return unchecked("there is no key: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET, or give --api-key and --api-secret");
  }
  const { apiKey, secrets } = credentials;
  const issuer = getOwnAt(payload, ["iss"]);
  if (typeof issuer !== "string") return unchecked("the token does not say whose key signed it");
  if (issuer !== apiKey) return unchecked(`the token was issued with the key ${JSON.stringify(issuer)}, not yours`);
  const verifier = TokenVerifier.withKeys({ [apiKey]: secrets });
  const error = await verifier.verify(token).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return right(apiKey);
  if (!(error instanceof AccessTokenError)) throw error;
  switch (error.code) {
    case "MALFORMED_TOKEN":
    case "UNSUPPORTED_ALGORITHM":
      return unchecked("the token has not the form of one");
    case "INVALID_SIGNATURE":
      return { verdict: "wrong", message: `not made with the secret of the key ${JSON.stringify(apiKey)}` };
    default:
      // What else is refused is looked at after the signature.
      return right(apiKey);
  }
}

function right(apiKey: string): SignatureVerdict {
  return { verdict: "right", message: `made with the secret of the key ${JSON.stringify(apiKey)}` };
}

function unchecked(why: string): SignatureVerdict {
  return { verdict: "unchecked", message: `not checked: ${why}` };
}
