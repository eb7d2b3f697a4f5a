/** The injection token of the LiveKit settings, keys and receiver. */
export const LIVEKIT = Symbol("LIVEKIT");
