import { AccessToken, TokenVerifier } from "livekit-claims";
import { WebhookReceiver } from "./webhooks.ts";

export interface LiveKit {
  readonly serverUrl: string;
  /** The template of all tokens: signed with the key of the environment, and valid for ten minutes. */
  readonly token: AccessToken;
  readonly verifier: TokenVerifier;
  readonly webhooks: WebhookReceiver;
}

/**
 * Reads the settings of an environment: LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET. It is an argument, since
 * Workers receive it with each request.
 */
export function createLiveKit(env: Readonly<Record<string, string | undefined>>): LiveKit {
  const { LIVEKIT_URL: serverUrl, LIVEKIT_API_KEY: key = "", LIVEKIT_API_SECRET: secret = "" } = env;
  if (!serverUrl) throw new Error("set LIVEKIT_URL, such as ws://127.0.0.1:7880");
  const verifier = TokenVerifier.withApiKey(key, secret);
  return {
    serverUrl,
    // A token is only needed to join; the connection outlives it, and the server renews it.
    token: AccessToken.withApiKey(key, secret).withTtl("10m"),
    verifier,
    webhooks: new WebhookReceiver(verifier, ({ event, id }) => console.log(`webhook ${event} ${id}`)),
  };
}
