import { setTimeout } from "node:timers/promises";

/** The pause before the second attempt: long enough for a short network failure to pass. */
const PAUSE_MS = 5_000;

/**
 * Runs a download, and runs it a second time after five seconds when it fails, since network failures are often
 * short.
 *
 * @param isFinal whether an error would occur again, and so is thrown at once
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
