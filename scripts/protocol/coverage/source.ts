import type { Declarations } from "../structs.js";

/** A package of LiveKit that declares the content of tokens. */
export interface Source {
  readonly id: string;
  /** The language and the package: "Node, livekit-server-sdk". */
  readonly title: string;
  /**
   * Returns the releases, oldest first.
   *
   * @param known the releases that were read before, which need not be returned
   * @throws Error when the registry does not respond
   */
  published(known: readonly string[]): Promise<readonly string[]>;
  /**
   * Downloads a release.
   *
   * @param workspace an empty folder for it
   * @returns the folder to read
   * @throws Error when the registry does not respond, or a required program is missing
   */
  obtain(workspace: string, release: string): Promise<string>;
  /**
   * Reads the declarations in the code of the package.
   *
   * @throws Error when they have moved, or have a form that is not supported
   */
  read(folder: string): Promise<Declarations>;
}
