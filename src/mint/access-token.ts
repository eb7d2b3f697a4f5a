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

export interface MintOptions {
  /** Leave out members that are at their default. The token reads back to the same rights in every SDK. */
  readonly compact?: boolean;
  /** Refuse what this server or protocol release does not know; from "livekit-claims/targets". */
  readonly target?: Target;
  /** The time in milliseconds since 1970, as Date.now, which is the default. */
  readonly clock?: () => number;
}

const OPTIONS: OptionRules<MintOptions> = { compact: BOOLEAN, target: TARGET, clock: CLOCK };

/** Distinguishes calls of the constructor from here from those of plain JavaScript, which types do not stop. */
const INTERNAL = {};

interface State extends Draft {
  readonly key: HmacKey;
}

/**
 * A token in the making. Immutable: each method returns a new one, so a half-made token serves as a template.
 *
 * `with…` sets a claim to a copy of its argument, in the place of what was set before; `add…` adds members to the grants
 * that are set. Where two methods set the same claim, the later call wins. An argument that is undefined changes nothing.
 * All checks are made by {@link AccessToken.toJwt}.
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
   * A token to be signed with an API key's secret.
   *
   * @throws AccessTokenError INVALID_KEYS when one is empty or no string, UNSUPPORTED_RUNTIME where tokens can only be read
   */
  static withApiKey(apiKey: string, apiSecret: string): AccessToken {
    checkKeys(apiKey, apiSecret);
    return new AccessToken({ apiKey, key: hmacKey(apiSecret), calls: [], allowSensitive: false }, INTERNAL);
  }

  /**
   * A token to be signed with the key in LIVEKIT_API_KEY and LIVEKIT_API_SECRET.
   *
   * @throws AccessTokenError INVALID_ENV when one is not set, INVALID_KEYS when one is empty
   */
  static fromEnv(): AccessToken {
    const { apiKey, apiSecret } = keysFromEnv();
    return AccessToken.withApiKey(apiKey, apiSecret);
  }

  /** Sets how long the token is valid: seconds, or "90s", "10m", "1h30m", "2 days", "1 week". Positive; rounded up to whole seconds. */
  withTtl(ttl: Duration | undefined): AccessToken {
    return ttl === undefined ? this : this.#call({ kind: "ttl", seconds: toSeconds(ttl) });
  }

  /**
   * Sets any claims at once, under their names in the token. An `exp` or `nbf` among them is kept as it is; an `iss` must
   * be the API key. Members that are undefined count as absent.
   */
  withClaims(claims: ClaimsInit | Claims | undefined): AccessToken {
    return claims === undefined ? this : this.#call({ kind: "claims", ...snapshot(claims, []) });
  }

  /** Signs secrets in the room configuration too. For tokens that never leave trusted machines. */
  allowSensitiveCredentials(): AccessToken {
    return new AccessToken({ ...this.#state, allowSensitive: true }, INTERNAL);
  }

  /**
   * Checks the claims, and signs them as a compact JWS. The times count from now, each time anew.
   *
   * Await what it returns: making JSON or text of the promise itself throws INVALID_ARGUMENT, where `{}` would be sent and
   * refused much later. Of a promise that is derived from it, by then() or an async function, that cannot be said.
   *
   * @throws AccessTokenError INVALID_ARGUMENT, then INVALID_CLAIMS, then SENSITIVE_CREDENTIALS, then UNSUPPORTED_BY_TARGET
   */
  toJwt(options?: MintOptions): Promise<string> {
    return guardPromise(this.#mint(options));
  }

  async #mint(given: MintOptions | undefined): Promise<string> {
    const { clock = Date.now, compact, target } = readOptions("toJwt", given, OPTIONS);
    const claims = prepareClaims(this.#state, Math.floor(readClock(clock) / 1000));
    if (target) checkTarget(target, claims);
    const jwt = jws.sign(this.#state.key, JSON.stringify(compact ? compactClaims(claims) : claims));
    // Awaiting what is there already would cost a turn of the event loop's queue.
    return checkSize(typeof jwt === "string" ? jwt : await jwt);
  }

  /** For callers in plain JavaScript who come from livekit-server-sdk. */
  // biome-ignore lint/correctness/noUnusedPrivateClassMembers: called where no types are checked
  private addGrant(): never {
    throw invalidArgument(
      "use addGrants(grants), which adds member by member as addGrant does elsewhere, or withGrants(grants)",
    );
  }

  /** @internal */
  protected override [SET_CLAIM](claim: keyof ClaimsInit, value: unknown): AccessToken {
    return value === undefined ? this : this.#call({ kind: "claim", claim, ...snapshot(value, [claim]) });
  }

  /** @internal */
  protected override [ADD_GRANTS](claim: GrantsClaim, value: unknown): AccessToken {
    return value === undefined ? this : this.#call({ kind: "grants", claim, ...snapshot(value, [claim]) });
  }

  #call(call: Call): AccessToken {
    const { apiKey, key, calls, allowSensitive } = this.#state;
    return new AccessToken({ apiKey, key, calls: withCall(calls, call), allowSensitive }, INTERNAL);
  }
}
