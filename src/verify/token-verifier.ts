import * as jws from "#jws";
import type { WebhookEvent } from "../../generated/webhook.js";
import { buildDecoded, checkDecoded } from "../claims/decode.js";
import { readClock } from "../issues/clock.js";
import { AccessTokenError, invalidArgument } from "../issues/error.js";
import { CLOCK, NOT_NEGATIVE, type OptionRules, readOptions } from "../issues/options.js";
import { DEFAULT_MAX_TOKEN_BYTES } from "../json/largest-token.js";
import { checkAlgorithm, isCommonHeader, parseHeader } from "../jws/check-header.js";
import { type CompactJws, checkSignatureForm, splitToken } from "../jws/compact-jws.js";
import type { HmacKey } from "../jws/jws.js";
import { checkKeys, hmacKey, importKeys, importSecrets, type KeyProvider, keysFromEnv } from "../jws/keys.js";
import { malformed, notCanonical, parseObject } from "../jws/parse-object.js";
import { type Body, bytesOf, verifyBody } from "./body.js";
import type { VerifiedClaims } from "./claims.js";
import { checkAudience, checkTimes, DEFAULT_LEEWAY, expiryIssue, issuerOf, type Times } from "./registered-claims.js";
import { parseEvent } from "./webhook-event.js";

export { DEFAULT_LEEWAY };

export interface VerifyOptions {
  /** Seconds by which `exp` and `nbf` are stretched; 60 unless set. */
  readonly leeway?: number;
  /** Bytes over which a token is not looked at; 1 MiB unless set. */
  readonly maxTokenBytes?: number;
  /** The time in milliseconds since 1970, as Date.now, which is the default. */
  readonly clock?: () => number;
}

const OPTIONS: OptionRules<VerifyOptions> = {
  leeway: [
    (value) => Number.isFinite(value) && (value as number) >= 0,
    "a finite number of seconds that is not negative",
  ],
  maxTokenBytes: NOT_NEGATIVE,
  clock: CLOCK,
};

/** A webhook that was verified. */
export interface Webhook {
  readonly claims: VerifiedClaims;
  /** The body, parsed. */
  readonly event: WebhookEvent;
}

type Payload = Record<string, unknown>;

/** Finds the secrets for an issuer; undefined when it is unknown. */
type Lookup = (issuer: string) => readonly HmacKey[] | undefined | Promise<readonly HmacKey[] | undefined>;

/** With one key its secrets are tried before the payload is parsed; with several, the parsed `iss` picks the key. */
type Keys = { readonly issuer: string; readonly secrets: readonly HmacKey[] } | { readonly lookup: Lookup };

/** Distinguishes calls of the constructor from here from those of plain JavaScript, which types do not stop. */
const INTERNAL = {};

/** Verifies tokens: form, signature, issuer, types of all claims, times. Safe to share and to use many times. */
export class TokenVerifier {
  readonly #keys: Keys;
  readonly #leeway: number;
  readonly #maxTokenBytes: number;
  readonly #clock: () => number;

  private constructor(keys: Keys, options: VerifyOptions, caller?: object) {
    if (caller !== INTERNAL) {
      throw invalidArgument("use TokenVerifier.withApiKey(apiKey, apiSecret) in place of new TokenVerifier()");
    }
    const { leeway, maxTokenBytes, clock } = readOptions("TokenVerifier", options, OPTIONS);
    this.#keys = keys;
    this.#leeway = leeway ?? DEFAULT_LEEWAY;
    this.#maxTokenBytes = maxTokenBytes ?? DEFAULT_MAX_TOKEN_BYTES;
    this.#clock = clock ?? Date.now;
  }

  /**
   * Verifies the tokens of one API key.
   *
   * @throws AccessTokenError INVALID_KEYS when one is empty or no string, UNSUPPORTED_RUNTIME where tokens can only be read;
   *   INVALID_ARGUMENT when there is no such option, or its value is none
   */
  static withApiKey(apiKey: string, apiSecret: string, options: VerifyOptions = {}): TokenVerifier {
    checkKeys(apiKey, apiSecret);
    return new TokenVerifier({ issuer: apiKey, secrets: [hmacKey(apiSecret)] }, options, INTERNAL);
  }

  /**
   * Verifies the tokens of the key in LIVEKIT_API_KEY and LIVEKIT_API_SECRET.
   *
   * @throws AccessTokenError INVALID_ENV when one is not set, INVALID_KEYS when one is empty
   */
  static fromEnv(options: VerifyOptions = {}): TokenVerifier {
    const { apiKey, apiSecret } = keysFromEnv();
    return TokenVerifier.withApiKey(apiKey, apiSecret, options);
  }

  /**
   * Verifies the tokens of several API keys, each with one secret or, while it is rotated, several. A function may look
   * them up; what it throws is passed on as it is.
   *
   * @throws AccessTokenError INVALID_KEYS when an object of keys is empty, or a key or secret is empty or no string; for
   *   what a function gives, when verifying
   */
  static withKeys(keys: KeyProvider, options: VerifyOptions = {}): TokenVerifier {
    if (typeof keys === "function") return new TokenVerifier({ lookup: lookUpWith(keys) }, options, INTERNAL);
    const imported = importKeys(keys);
    const [only, ...more] = imported;
    const [issuer, secrets] = only as [string, HmacKey[]];
    const found: Keys = more.length === 0 ? { issuer, secrets } : { lookup: (iss) => imported.get(iss) };
    return new TokenVerifier(found, options, INTERNAL);
  }

  /**
   * Verifies a token and returns its claims, every default filled in.
   *
   * @throws AccessTokenError MALFORMED_TOKEN, UNSUPPORTED_ALGORITHM, INVALID_SIGNATURE, INVALID_ISSUER, INVALID_CLAIMS,
   *   INVALID_AUDIENCE, EXPIRED or NOT_YET_VALID
   */
  async verify(token: string): Promise<VerifiedClaims> {
    const parts = splitToken(token, this.#maxTokenBytes);
    const payload = jws.decode(parts.payload);
    if (!payload) throw notCanonical("payload");
    if (!isCommonHeader(parts.header)) checkAlgorithm(parseHeader(parts.header));

    const keys = this.#keys;
    if ("lookup" in keys) {
      checkSignatureForm(parts);
      const parsed = parseObject(payload, "payload");
      const secrets = await secretsOf(keys.lookup, parsed);
      if (!(await isSigned(parts, secrets))) throw invalidSignature();
      return this.#accept(parsed);
    }
    const signed = isSigned(parts, keys.secrets);
    // Awaiting what is there already would cost a turn of the event loop's queue.
    if (!(typeof signed === "boolean" ? signed : await signed)) {
      // A signature that matches has the form; only one that does not is looked at.
      checkSignatureForm(parts);
      throw invalidSignature();
    }
    const parsed = parseObject(payload, "payload");
    if (issuerOf(parsed) !== keys.issuer) throw invalidIssuer();
    return this.#accept(parsed);
  }

  /**
   * Verifies a webhook, the token in its Authorization header and that the token vouches for the body, and parses the body.
   *
   * @param body the bytes or text as received, before any parsing
   * @param authorization the header's value: a token, which is what LiveKit sends, or "Bearer " and a token
   * @throws AccessTokenError INVALID_ARGUMENT when the body was parsed before; as verify does; BODY_MISMATCH; INVALID_CLAIMS at
   *   /event when the body that the token vouches for is no event
   */
  async verifyWebhook(body: Body, authorization: string | null | undefined): Promise<Webhook> {
    if (typeof authorization !== "string") throw malformed("the webhook has no Authorization header");
    const bytes = bytesOf(body);
    const claims = await this.verify(authorization.replace(/^bearer +/i, ""));
    await verifyBody(claims, bytes);
    return { claims, event: parseEvent(bytes) };
  }

  /** The claims of a payload whose signature and issuer are right: types, `aud`, times, defaults. */
  #accept(payload: Payload): VerifiedClaims {
    checkDecoded(payload, expiryIssue(payload));
    checkAudience(payload);
    checkTimes(payload as unknown as Times, readClock(this.#clock) / 1000, this.#leeway);
    return buildDecoded(payload) as VerifiedClaims;
  }
}

function lookUpWith(provider: Extract<KeyProvider, (...args: never[]) => unknown>): Lookup {
  return async (issuer) => {
    const secrets = await provider(issuer);
    return secrets === undefined || secrets === null ? undefined : importSecrets(issuer, secrets);
  };
}

async function secretsOf(lookup: Lookup, payload: Payload): Promise<readonly HmacKey[]> {
  const issuer = issuerOf(payload);
  // No key is empty, and what a stranger wrote must not look like a fault of ours.
  const secrets = issuer === "" ? undefined : await lookup(issuer);
  if (!secrets) throw invalidIssuer();
  return secrets;
}

/** Whether one of the secrets made the signature. */
function isSigned({ signingInput, signature }: CompactJws, secrets: readonly HmacKey[]): boolean | Promise<boolean> {
  const first = secrets[0];
  if (first !== undefined && secrets.length === 1) return jws.verify(first, signingInput, signature);
  return secrets.reduce<Promise<boolean>>(
    async (found, secret) => (await found) || jws.verify(secret, signingInput, signature),
    Promise.resolve(false),
  );
}

function invalidSignature(): AccessTokenError {
  return new AccessTokenError("INVALID_SIGNATURE", "the token is not signed with the secret of its API key");
}

function invalidIssuer(): AccessTokenError {
  return new AccessTokenError("INVALID_ISSUER", "the token was issued with another API key");
}
