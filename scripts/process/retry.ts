import { setTimeout } from "node:timers/promises";

/**
 * Does what downloads up to three times: a hiccup of the network says nothing of us.
 *
 * @param isFinal whether an error is one that will come again
 */
export async function retry<T>(work: () => Promise<T>, isFinal = (_: unknown): boolean => false): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 3 || isFinal(error)) throw error;
      await setTimeout(attempt * 5000);
    }
  }
}
