import * as jws from "#jws";
import { getOwnAt } from "../json/own.js";
import type { CompactJws } from "../jws/compact-jws.js";
import { type Draft, draft } from "./finding.js";
import type { Keys } from "./options.js";
import type { Reading } from "./reading.js";
import { nameOfKey } from "./rules/issuer.js";
import { type SecretForm, secretForms } from "./secret-forms.js";

export interface SignatureVerdict {
  readonly verdict: "right" | "wrong" | "unchecked";
  readonly message: string;
}

export interface SignatureCheck {
  readonly verdict: SignatureVerdict;
  readonly drafts: readonly Draft[];
}

/**
 * Checks the signature with the secrets, whatever else is wrong with the token. One that does not match is a finding, which
 * names the usual mistake with a secret that it comes from.
 */
export async function checkSignature(reading: Reading, keys: Keys): Promise<SignatureCheck> {
  const { token, parts, payload, formErrors } = reading;
  const { apiKey, secrets } = keys;
  const issuer = getOwnAt(payload, ["iss"]);
  const isOther = apiKey !== undefined && issuer !== apiKey;
  if (token === undefined && payload !== undefined) return unchecked("these are claims without a signature");
  if (secrets.length === 0) return unchecked("there is no secret: set LIVEKIT_API_SECRET, or give --api-secret");
  if (parts === undefined || formErrors.length > 0) return unchecked("the text does not have the form of a token");
  const isMadeWith = verifierOf(parts, reading);
  if (await isSigned(isMadeWith, secrets)) {
    return right(isOther ? "with the given secret, though the token names another key" : withSecretOf(keys));
  }
  if (isOther) return unchecked("the token does not name the given API key, and the secret belongs to that key");
  const form = await findForm(isMadeWith, keys);
  if (form === undefined) return wrong(`not made with the ${secretOf(keys)}`);
  return wrong(`not made with the ${secretOf(keys)}, but with ${form.what}`, form.fix);
}

/** Whether a key made the signature. */
type Verify = (key: SecretForm["key"]) => boolean | Promise<boolean>;

function verifierOf({ signingInput, signature }: CompactJws, { oddHeader }: Reading): Verify {
  if (oddHeader === undefined || oddHeader === "crit") {
    return (key) => jws.verify(jws.key(key), signingInput, signature);
  }
  const hmac = { name: "HMAC", hash: `SHA-${oddHeader.slice(2)}` };
  const [signed, made] = [encoder.encode(signingInput), jws.decode(signature) as Uint8Array<ArrayBuffer>];
  return async (key) => {
    const bytes = typeof key === "string" ? encoder.encode(key) : key;
    // WebCrypto has no empty keys.
    if (bytes.length === 0) return false;
    const imported = await crypto.subtle.importKey("raw", bytes as Uint8Array<ArrayBuffer>, hmac, false, ["verify"]);
    return crypto.subtle.verify("HMAC", imported, made, signed);
  };
}

const encoder = new TextEncoder();

async function isSigned(isMadeWith: Verify, secrets: Keys["secrets"]): Promise<boolean> {
  for (const secret of secrets) {
    if (await isMadeWith(secret)) return true;
  }
  return false;
}

async function findForm(isMadeWith: Verify, { apiKey, secrets }: Keys): Promise<SecretForm | undefined> {
  for (const form of secrets.flatMap((secret) => secretForms(secret, apiKey))) {
    // HMAC fills keys up with zero bytes, so one is the same as the empty key, which WebCrypto refuses.
    if (await isMadeWith(form.key.length === 0 ? "\0" : form.key)) return form;
  }
  return undefined;
}

function withSecretOf(keys: Keys): string {
  return `with the ${secretOf(keys)}`;
}

function secretOf(keys: Keys): string {
  return keys.apiKey === undefined ? "given secret" : `secret of ${nameOfKey(keys)}`;
}

function right(how: string): SignatureCheck {
  return { verdict: { verdict: "right", message: `made ${how}` }, drafts: [] };
}

function wrong(message: string, fix?: string): SignatureCheck {
  const words = { message: `the signature is ${message}; a server with that secret answers 401`, fix };
  return { verdict: { verdict: "wrong", message }, drafts: [draft("wrong-signature", [], words, "server")] };
}

function unchecked(why: string): SignatureCheck {
  return { verdict: { verdict: "unchecked", message: `not checked: ${why}` }, drafts: [] };
}
