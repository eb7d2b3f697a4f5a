import * as jws from "#jws";
import { ADD_GRANTS, ClaimSetters, type GrantsClaim, SET_CLAIM } from "../../generated/setters.js";
import type { Claims, ClaimsInit } from "../../generated/types.js";
import { compactClaims } from "../claims/compact.js";
import { readClock } from "../issues/clock.js";
import { invalidArgument } from "../issues/error.js";
import { BOOLEAN, CLOCK, type OptionRules, readOptions } from "../issues/options.js";
import { snapshot } from "../json/snapshot.js";
import type { HmacKey } from "../jws/jws.js";
import { checkKeys, hmacKey, keysFromEnv } from "../jws/keys.js";
import type { Target } from "../targets/target.js";
import { checkSize } from "./check-size.js";
import { checkTarget, TARGET } from "./check-target.js";
import { type Duration, toSeconds } from "./duration.js";
import { guardPromise } from "./guard-promise.js";
import { type Call, type Draft, prepareClaims } from "./prepare-claims.js";
import { withCall } from "./with-call.js";

/** The options of {@link AccessToken.toJwt}. */
export interface MintOptions {
  /** Whether to omit members that are at their default. False by default. Every SDK reads the same rights from the token. */
  readonly compact?: boolean;
  /** The server or protocol release that must know all claims, from `target()` of "livekit-claims/targets". No check by default. */
  readonly target?: Target;
  /** Returns the current time in milliseconds since 1970. `Date.now` by default. */
  readonly clock?: () => number;
}

const OPTIONS: OptionRules<MintOptions> = { compact: BOOLEAN, target: TARGET, clock: CLOCK };

/** Marks calls of the constructor from this module. Types keep other callers out, but not those in plain JavaScript. */
const INTERNAL = {};

interface State extends Draft {
  readonly key: HmacKey;
}

/**
 * A token that is not signed yet. Immutable: each method returns a new token, so an unfinished one can be a template.
 *
 * The `with…` methods set a claim to a copy of their argument and replace its earlier value. The `add…` methods add members
 * to the grants that are already set. When two calls set the same claim, the later one wins. The argument undefined changes
 * nothing. Claims are checked by {@link AccessToken.toJwt}, not when they are set.
 */
export class AccessToken extends ClaimSetters<AccessToken> {
  readonly #state: State;

  private constructor(state: State, caller?: object) {
    super();
    if (caller !== INTERNAL) {
      throw invalidArgument(
        "use AccessToken.withApiKey(apiKey, apiSecret) in place of new AccessToken(apiKey, apiSecret)",
      );
    }
    this.#state = state;
  }

  /**
   * Creates a token that is signed with the secret of an API key.
   *
   * @throws AccessTokenError INVALID_KEYS when the key or the secret is not a string, is empty or has characters that no key
   *   has, or when the two look swapped; UNSUPPORTED_RUNTIME when the runtime cannot sign
   */
  static withApiKey(apiKey: string, apiSecret: string): AccessToken;
  static withApiKey(apiKey: string, apiSecret: string, options?: unknown): AccessToken {
    refuseOptions(options);
    checkKeys(apiKey, apiSecret);
    return new AccessToken({ apiKey, key: hmacKey(apiSecret), calls: [], allowSensitive: false }, INTERNAL);
  }

  /**
   * Creates a token that is signed with the key in the environment variables LIVEKIT_API_KEY and LIVEKIT_API_SECRET.
   *
   * @throws AccessTokenError INVALID_ENV when a variable is not set or empty; as {@link AccessToken.withApiKey}
   */
  static fromEnv(): AccessToken;
  static fromEnv(options?: unknown): AccessToken {
    refuseOptions(options);
    const { apiKey, apiSecret } = keysFromEnv();
    return AccessToken.withApiKey(apiKey, apiSecret);
  }

  /**
   * Sets how long the token is valid after it is signed. Six hours by default.
   *
   * @param ttl a positive number of seconds, or a text such as "90s", "10m", "1h30m", "2 days" or "1 week"; rounded up to
   *   whole seconds
   */
  withTtl(ttl: Duration | undefined): AccessToken {
    return ttl === undefined ? this : AccessToken.#with(this, { kind: "ttl", seconds: toSeconds(ttl) });
  }

  /**
   * Sets several claims at once, under their names in the token. `exp` and `nbf` are in seconds since 1970 and replace the
   * times that toJwt would set. `iss` must be the API key. Members with the value undefined are ignored.
   */
  withClaims(claims: ClaimsInit | Claims | undefined): AccessToken {
    return claims === undefined ? this : AccessToken.#with(this, { kind: "claims", copy: snapshot(claims) });
  }

  /** Allows secrets in the room configuration. Only for tokens that never leave trusted machines: whoever holds a token can read it. */
  allowSensitiveCredentials(): AccessToken {
    return new AccessToken({ ...this.#state, allowSensitive: true }, INTERNAL);
  }

  /**
   * Checks the claims and signs them. `nbf` and `exp` count from the time of the call, so a token can be signed many times.
   *
   * Await the promise. Converting it to JSON or text throws INVALID_ARGUMENT; otherwise a forgotten `await` would send `{}` to
   * the client, and fail much later. Promises derived from it, by then() or an async function, are not protected.
   *
   * @returns the token, a compact JWS of at most 1 MiB
   * @throws AccessTokenError the first that applies: INVALID_ARGUMENT when an option is invalid or the claims cannot be read,
   *   INVALID_CLAIMS, SENSITIVE_CREDENTIALS when the room configuration has secrets, UNSUPPORTED_BY_TARGET; INVALID_CLAIMS
   *   also when the token is too large
   */
  toJwt(options?: MintOptions): Promise<string> {
    return guardPromise(() => mint(this.#state, options));
  }

  /** Catches callers in plain JavaScript who are used to livekit-server-sdk. */
  // biome-ignore lint/correctness/noUnusedPrivateClassMembers: called where no types are checked
  private addGrant(): never {
    throw invalidArgument("use addGrants(grants) to add to the grants, or withGrants(grants) to replace them");
  }

  /** @internal */
  protected override [SET_CLAIM](claim: keyof ClaimsInit, value: unknown): AccessToken {
    return value === undefined ? this : AccessToken.#with(this, { kind: "claim", claim, copy: snapshot(value, claim) });
  }

  /** @internal */
  protected override [ADD_GRANTS](claim: GrantsClaim, value: unknown): AccessToken {
    return value === undefined
      ? this
      : AccessToken.#with(this, { kind: "grants", claim, copy: snapshot(value, claim) });
  }

  /** Static, since each new object would pay for the private methods of its class. */
  static #with(token: AccessToken, call: Call): AccessToken {
    const { apiKey, key, calls, allowSensitive } = token.#state;
    return new AccessToken({ apiKey, key, calls: withCall(calls, call), allowSensitive }, INTERNAL);
  }
}

function mint(state: State, given: MintOptions | undefined): string | Promise<string> {
  const { clock = Date.now, compact, target } = readOptions("toJwt", given, OPTIONS);
  const claims = prepareClaims(state, Math.floor(readClock(clock) / 1000));
  if (target) checkTarget(target, claims);
  const jwt = jws.sign(state.key, JSON.stringify(compact ? compactClaims(claims) : claims));
  return typeof jwt === "string" ? checkSize(jwt) : jwt.then(checkSize);
}

/** Catches callers in plain JavaScript who are used to livekit-server-sdk: a ttl that is ignored would make tokens valid for longer. */
function refuseOptions(options: unknown): void {
  if (options === undefined) return;
  throw invalidArgument("a token has no options: use withIdentity, withTtl and the other methods");
}
