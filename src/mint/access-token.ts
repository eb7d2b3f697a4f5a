import { jws } from "#jws";
import type {
  AgentEndpointGrants,
  AgentEndpointGrantsInit,
  AgentGrants,
  AgentGrantsInit,
  AgentThreadGrants,
  AgentThreadGrantsInit,
  Claims,
  ClaimsInit,
  InferenceGrants,
  InferenceGrantsInit,
  ObservabilityGrants,
  ObservabilityGrantsInit,
  ParticipantKind,
  ParticipantKindDetail,
  RoomConfiguration,
  SIPGrants,
  VideoGrants,
  VideoGrantsInit,
} from "../../generated/types.js";
import { compactClaims } from "../claims/compact.js";
import { issuesError } from "../issues/error.js";
import { limitIssues } from "../issues/issue.js";
import { snapshot } from "../json/snapshot.js";
import type { HmacKey } from "../jws/jws.js";
import { checkKeys, keysFromEnv } from "../jws/keys.js";
import type { Target } from "../targets/target.js";
import { type Duration, toSeconds } from "./duration.js";
import { type Call, type Draft, prepareClaims } from "./prepare-claims.js";

export interface MintOptions {
  /** Leave out members that are at a default of false, "", [], {} or null. The token reads back the same. */
  readonly compact?: boolean;
  /** Refuse what this server or protocol release does not know; from "livekit-claims/targets". */
  readonly target?: Target;
  /** The time in milliseconds since 1970, as Date.now, which is the default. */
  readonly clock?: () => number;
}

/** A message of protobuf-es, such as a RoomConfiguration of `@livekit/protocol`. */
export interface JsonMessage {
  toJson(): unknown;
}

interface State extends Draft {
  readonly key: HmacKey;
}

/**
 * A token in the making. Immutable: each `with…` returns a new one with a copy of its argument in the place of what
 * an earlier call of the same method set, so a half-made token serves as a template. Where two methods set the same
 * claim, the later call wins. All checks are made by {@link AccessToken.toJwt}.
 */
export class AccessToken {
  readonly #state: State;

  private constructor(state: State) {
    this.#state = state;
  }

  /**
   * A token to be signed with an API key's secret.
   *
   * @throws AccessTokenError INVALID_KEYS when one is empty or no string
   */
  static withApiKey(apiKey: string, apiSecret: string): AccessToken {
    checkKeys(apiKey, apiSecret);
    return new AccessToken({ apiKey, key: jws.key(apiSecret), calls: [], allowSensitive: false });
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

  /** The participant's identity (`sub`): needed to join a room, and unique in it. */
  withIdentity(identity: string): AccessToken {
    return this.#set("withIdentity", "sub", identity);
  }

  /** The participant's display name. */
  withName(name: string): AccessToken {
    return this.#set("withName", "name", name);
  }

  /** How long the token is valid: seconds, or "90s", "10m", "6h", "7d". Positive; rounded up to whole seconds. */
  withTtl(ttl: Duration): AccessToken {
    return this.#add({ kind: "ttl", method: "withTtl", seconds: toSeconds(ttl) });
  }

  /** What the holder may do with rooms. */
  withGrants(grants: VideoGrantsInit | VideoGrants): AccessToken {
    return this.#set("withGrants", "video", grants);
  }

  /** What the holder may do with telephony. Both members are needed: the Rust SDK refuses an object with one. */
  withSipGrants(grants: SIPGrants): AccessToken {
    return this.#set("withSipGrants", "sip", grants);
  }

  /** Free text attached to the participant. */
  withMetadata(metadata: string): AccessToken {
    return this.#set("withMetadata", "metadata", metadata);
  }

  /** Named texts attached to the participant. */
  withAttributes(attributes: Readonly<Record<string, string>>): AccessToken {
    return this.#set("withAttributes", "attributes", attributes);
  }

  /** The digest of the body that the token goes with, as hashBody gives it. */
  withSha256(sha256: string): AccessToken {
    return this.#set("withSha256", "sha256", sha256);
  }

  /** How the room is set up if the holder's joining opens it: JSON in the schema's shape, or a protobuf-es message. */
  withRoomConfig(config: RoomConfiguration | JsonMessage): AccessToken {
    return this.#set("withRoomConfig", "roomConfig", config);
  }

  /** The room preset of LiveKit Cloud for the room that the holder's joining opens. */
  withRoomPreset(preset: string): AccessToken {
    return this.#set("withRoomPreset", "roomPreset", preset);
  }

  /** What sort of participant the holder joins as. */
  withKind(kind: ParticipantKind): AccessToken {
    return this.#set("withKind", "kind", kind);
  }

  /** Finer distinctions within the kind. */
  withKindDetails(details: readonly ParticipantKindDetail[]): AccessToken {
    return this.#set("withKindDetails", "kindDetails", details);
  }

  /** What the holder may do with hosted agents. */
  withAgentGrants(grants: AgentGrantsInit | AgentGrants): AccessToken {
    return this.#set("withAgentGrants", "agent", grants);
  }

  /** Which non-public agent endpoints the holder may call. */
  withAgentEndpointGrants(grants: AgentEndpointGrantsInit | AgentEndpointGrants): AccessToken {
    return this.#set("withAgentEndpointGrants", "agentEndpoint", grants);
  }

  /** Which conversation threads the holder may reach. */
  withAgentThreadGrants(grants: AgentThreadGrantsInit | AgentThreadGrants): AccessToken {
    return this.#set("withAgentThreadGrants", "agentThread", grants);
  }

  /** Whether the holder may use hosted inference. */
  withInferenceGrants(grants: InferenceGrantsInit | InferenceGrants): AccessToken {
    return this.#set("withInferenceGrants", "inference", grants);
  }

  /** Whether the holder may report observability data. */
  withObservabilityGrants(grants: ObservabilityGrantsInit | ObservabilityGrants): AccessToken {
    return this.#set("withObservabilityGrants", "observability", grants);
  }

  /**
   * Any claims at once, under their names in the token. An `exp` or `nbf` among them is kept as it is; an `iss` must be
   * the API key.
   */
  withClaims(claims: ClaimsInit | Claims): AccessToken {
    return this.#add({ kind: "claims", method: "withClaims", ...snapshot(claims, []) });
  }

  /** Sign secrets in the room configuration too. For tokens that never leave trusted machines. */
  allowSensitiveCredentials(): AccessToken {
    return new AccessToken({ ...this.#state, allowSensitive: true });
  }

  /**
   * Checks the claims, and signs them as a compact JWS. The times count from now, each time anew.
   *
   * @throws AccessTokenError INVALID_CLAIMS, then SENSITIVE_CREDENTIALS, then UNSUPPORTED_BY_TARGET
   */
  async toJwt(options: MintOptions = {}): Promise<string> {
    const now = Math.floor((options.clock ?? Date.now)() / 1000);
    const claims = prepareClaims(this.#state, now);
    const unknown = options.target?.check(claims) ?? [];
    if (unknown.length > 0) {
      throw issuesError(
        "UNSUPPORTED_BY_TARGET",
        `${options.target?.name} does not know all of the claims`,
        limitIssues(unknown),
      );
    }
    return jws.sign(this.#state.key, JSON.stringify(options.compact ? compactClaims(claims) : claims));
  }

  #set(method: string, claim: keyof ClaimsInit, value: unknown): AccessToken {
    return this.#add({ kind: "claim", method, claim, ...snapshot(value, [claim]) });
  }

  #add(call: Call): AccessToken {
    const { apiKey, key, calls, allowSensitive } = this.#state;
    const next: Call[] = [];
    for (const other of calls) if (other.method !== call.method) next.push(other);
    next.push(call);
    return new AccessToken({ apiKey, key, calls: next, allowSensitive });
  }
}
