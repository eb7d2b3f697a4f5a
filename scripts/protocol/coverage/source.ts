import type { Declarations } from "../structs.js";

/** A package of LiveKit's that declares what may stand in a token. */
export interface Source {
  readonly id: string;
  /** The language and the package: "Node, livekit-server-sdk". */
  readonly title: string;
  /**
   * The releases, oldest first.
   *
   * @param known those that were read before and need not be listed
   * @throws Error when the registry does not answer
   */
  published(known: readonly string[]): Promise<readonly string[]>;
  /**
   * Downloads a release.
   *
   * @param workspace an empty folder for it
   * @returns the folder that has what is read
   * @throws Error when the registry does not answer, or a program that is needed is missing
   */
  obtain(workspace: string, release: string): Promise<string>;
  /**
   * Reads the declarations off the package's own code.
   *
   * @throws Error when they are no longer where, or what, they were
   */
  read(folder: string): Promise<Declarations>;
}
