import type { ReleaseModel } from "../../model/history/kinds.js";

/** Where the releases of the protocol come from. */
export interface ReleaseSource {
  /**
   * The releases that a history covers, oldest first.
   *
   * @throws UnreachableError when nobody answers
   */
  published(): Promise<string[]>;

  /**
   * The model of each release, in the order given.
   *
   * @param onProgress called with how many are done
   * @throws UnreachableError when one is neither kept nor to be had
   * @throws Error naming the release when it cannot be read
   */
  models(releases: readonly string[], onProgress?: (done: number) => void): Promise<ReleaseModel[]>;
}

/** The registry did not answer; what was kept from before still serves. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}
