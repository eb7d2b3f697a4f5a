import { AccessTokenError, type TokenVerifier } from "livekit-claims";

/** What the server posted. Its names are those of protobuf JSON; `createdAt` is a text, as 64-bit numbers are there. */
export type WebhookEvent = Awaited<ReturnType<TokenVerifier["verifyWebhook"]>>["event"];

/** The answer to a webhook. LiveKit posts again what was not answered with 2xx. */
export interface Answer {
  readonly status: 200 | 400 | 401;
  readonly body: { readonly handled: boolean } | { readonly error: string };
}

const MAX_AGE_SECONDS = 10 * 60;

/** How far the clock of the server may be ahead. */
const SKEW_SECONDS = 60;

/**
 * Receives webhooks: verifies the token and the body, refuses old events, and handles each event once.
 *
 * The ids of handled events are kept in memory until the events are too old anyway. Several processes need a store that
 * they share, such as Redis with `SET id 1 NX EX 660`.
 */
export class WebhookReceiver {
  /** The events that were handled, with the time in seconds at which each was created. */
  readonly #handled = new Map<string, number>();

  constructor(
    readonly verifier: TokenVerifier,
    readonly handle: (event: WebhookEvent) => unknown,
    readonly clock: () => number = Date.now,
  ) {}

  /** @param body the bytes as they were received: a parsed and serialized body has another digest */
  async receive(body: Uint8Array | ArrayBuffer, authorization: string | null | undefined): Promise<Answer> {
    let event: WebhookEvent;
    try {
      ({ event } = await this.verifier.verifyWebhook(body, authorization));
    } catch (error) {
      // INVALID_ARGUMENT is a mistake of this program, such as a body that was parsed before.
      if (!AccessTokenError.is(error) || error.code === "INVALID_ARGUMENT") throw error;
      return { status: 401, body: { error: error.code } };
    }
    const { id } = event;
    const createdAt = Number(event.createdAt);
    const age = this.clock() / 1000 - createdAt;
    // Negated, so that an event without a time fails closed.
    if (typeof id !== "string" || id === "" || !(age <= MAX_AGE_SECONDS && age >= -SKEW_SECONDS)) {
      return { status: 400, body: { error: "STALE_EVENT" } };
    }
    return { status: 200, body: { handled: await this.#once(id, createdAt, () => this.handle(event)) } };
  }

  async #once(id: string, createdAt: number, work: () => unknown): Promise<boolean> {
    this.#forget();
    if (this.#handled.has(id)) return false;
    // Before the work, so that a copy that arrives meanwhile is not handled too.
    this.#handled.set(id, createdAt);
    try {
      await work();
      return true;
    } catch (error) {
      // The server posts it again.
      this.#handled.delete(id);
      throw error;
    }
  }

  #forget(): void {
    const oldest = this.clock() / 1000 - MAX_AGE_SECONDS;
    for (const [id, createdAt] of this.#handled) if (createdAt < oldest) this.#handled.delete(id);
  }
}
