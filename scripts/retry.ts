import { setTimeout } from "node:timers/promises";

/** Does what downloads up to three times: a hiccup of the network says nothing of us. */
export async function retry<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 3) throw error;
      await setTimeout(attempt * 5000);
    }
  }
}
