import * as jws from "#jws";
import type { WebhookEvent } from "../../generated/webhook.js";
import { decodeClaims } from "../claims/decode.js";
import { readClock } from "../issues/clock.js";
import { AccessTokenError, invalidArgument } from "../issues/error.js";
import { CLOCK, NOT_NEGATIVE, type OptionRules, readOptions } from "../issues/options.js";
import { DEFAULT_MAX_TOKEN_BYTES } from "../json/largest-token.js";
import { typeName } from "../json/type-name.js";
import { checkAlgorithm, isCommonHeader, parseHeader } from "../jws/check-header.js";
import { type CompactJws, checkSignatureForm, splitToken } from "../jws/compact-jws.js";
import type { HmacKey } from "../jws/jws.js";
import { checkKeys, hmacKey, importKeys, importSecrets, type KeyProvider, keysFromEnv } from "../jws/keys.js";
import { malformed, notCanonical, parseObject } from "../jws/parse-object.js";
import { type Body, bytesOf, verifyBody } from "./body.js";
import type { VerifiedClaims } from "./claims.js";
import { checkAudience, checkTimes, DEFAULT_LEEWAY, expiryIssue, issuerOf } from "./registered-claims.js";
import { parseEvent } from "./webhook-event.js";

export { DEFAULT_LEEWAY };

/** The options of {@link TokenVerifier}. */
export interface VerifyOptions {
  /** The seconds by which clocks may differ: `exp` counts as later and `nbf` as earlier by as much. 60 by default. */
  readonly leeway?: number;
  /** The size of the largest token that is verified, in bytes. 1,048,576 (1 MiB) by default. */
  readonly maxTokenBytes?: number;
  /** Returns the current time in milliseconds since 1970. `Date.now` by default. */
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

/** A verified webhook. */
export interface Webhook {
  /** The claims of the token in the Authorization header. */
  readonly claims: VerifiedClaims;
  /** The parsed body. */
  readonly event: WebhookEvent;
}

type Payload = Record<string, unknown>;

/** Returns the secrets of an issuer, or undefined when it is unknown. */
type Lookup = (issuer: string) => readonly HmacKey[] | undefined | Promise<readonly HmacKey[] | undefined>;

/** The secrets of the only API key, which are tried before the payload is parsed, or a lookup by the `iss` of the parsed payload. */
type Keys = { readonly issuer: string; readonly secrets: readonly HmacKey[] } | { readonly lookup: Lookup };

/** Marks calls of the constructor from this module. Types keep other callers out, but not those in plain JavaScript. */
const INTERNAL = {};

/** Verifies tokens: form, signature, issuer, types of all claims, audience, times. Immutable: one verifier can serve all requests. */
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
   * Creates a verifier for the tokens of one API key.
   *
   * @throws AccessTokenError INVALID_KEYS when the key or the secret is not a string, is empty or has characters that no key
   *   has, or when the two look swapped; UNSUPPORTED_RUNTIME when the runtime cannot verify; INVALID_ARGUMENT when an option is
   *   unknown or invalid
   */
  static withApiKey(apiKey: string, apiSecret: string, options: VerifyOptions = {}): TokenVerifier {
    checkKeys(apiKey, apiSecret);
    return new TokenVerifier({ issuer: apiKey, secrets: [hmacKey(apiSecret)] }, options, INTERNAL);
  }

  /**
   * Creates a verifier for the tokens of the key in the environment variables LIVEKIT_API_KEY and LIVEKIT_API_SECRET.
   *
   * @throws AccessTokenError INVALID_ENV when a variable is not set or empty; as {@link TokenVerifier.withApiKey}
   */
  static fromEnv(options: VerifyOptions = {}): TokenVerifier {
    const { apiKey, apiSecret } = keysFromEnv();
    return TokenVerifier.withApiKey(apiKey, apiSecret, options);
  }

  /**
   * Creates a verifier for the tokens of several API keys. A key has one secret, or several while it is rotated.
   *
   * @param keys the secrets by API key, or a function that looks up the secrets of one; verifying throws the function's own
   *   errors unchanged
   * @throws AccessTokenError INVALID_KEYS when the object has no keys, or a key or secret is invalid. Secrets that a function
   *   returns are checked when a token is verified. UNSUPPORTED_RUNTIME and INVALID_ARGUMENT as
   *   {@link TokenVerifier.withApiKey}
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
   * Verifies a token and returns its claims with all defaults filled in.
   *
   * @throws AccessTokenError MALFORMED_TOKEN, UNSUPPORTED_ALGORITHM, INVALID_SIGNATURE, INVALID_ISSUER, INVALID_CLAIMS,
   *   INVALID_AUDIENCE, EXPIRED or NOT_YET_VALID; INVALID_ARGUMENT when the clock throws or returns no finite number
   */
  async verify(token: string): Promise<VerifiedClaims>;
  async verify(token: string, leeway?: unknown): Promise<VerifiedClaims> {
    // Catches callers in plain JavaScript who are used to livekit-server-sdk.
    if (leeway !== undefined) throw invalidArgument("verify takes only a token; leeway is an option of the verifier");
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
      return this.#accept(parsed, payload);
    }
    const signed = isSigned(parts, keys.secrets);
    // Node verifies synchronously; awaiting its result would still cost a turn of the event loop's queue.
    if (!(typeof signed === "boolean" ? signed : await signed)) {
      // A signature that matches has a valid form, so the form is checked only after a mismatch.
      checkSignatureForm(parts);
      throw invalidSignature();
    }
    const parsed = parseObject(payload, "payload");
    if (issuerOf(parsed) !== keys.issuer) throw invalidIssuer();
    return this.#accept(parsed, payload);
  }

  /**
   * Verifies a webhook: the token in its Authorization header, and that the token's `sha256` claim is the digest of the body.
   *
   * @param body the body as received, before any parsing
   * @param authorization the value of the Authorization header: the token alone, as LiveKit sends it, or "Bearer " and the token
   * @returns the claims, and the event that is parsed from the body
   * @throws AccessTokenError MALFORMED_TOKEN when there is no Authorization header; INVALID_ARGUMENT when the body is neither
   *   text nor bytes, for example already parsed; as {@link TokenVerifier.verify}; BODY_MISMATCH; INVALID_CLAIMS at /event when
   *   the digest matches, but the body is not an event
   */
  async verifyWebhook(body: Body, authorization: string | null | undefined): Promise<Webhook> {
    if (typeof authorization !== "string") {
      throw malformed(`pass the webhook's Authorization header, a string; got ${typeName(authorization)}`);
    }
    const bytes = bytesOf(body);
    const claims = await this.verify(authorization.replace(/^bearer +/i, ""));
    await verifyBody(claims, bytes);
    return { claims, event: parseEvent(bytes) };
  }

  /** Checks the types, audience and times of a payload with a valid signature and issuer. Returns its claims with all defaults. */
  #accept(payload: Payload, bytes: Uint8Array): VerifiedClaims {
    const claims = decodeClaims(payload, bytes, expiryIssue(payload));
    checkAudience(payload);
    checkTimes(claims, readClock(this.#clock) / 1000, this.#leeway);
    return claims as VerifiedClaims;
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
  // No API key is empty. Looking up an empty one could throw INVALID_KEYS, which would blame the keys for a stranger's token.
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
