import { setTimeout } from "node:timers/promises";

/** How long a hiccup of a network may last. */
const PAUSE_MS = 5_000;

/**
 * Does what downloads, and once more after five seconds when it fails: a hiccup of the network says nothing of us.
 *
 * @param isFinal whether an error is one that will come again
 */
export async function retry<T>(work: () => Promise<T>, isFinal = (_: unknown): boolean => false): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isFinal(error)) throw error;
    await setTimeout(PAUSE_MS);
    return work();
  }
}
