/**
 * What somebody declares of a token's payload, by name. Of a claim or grant ("video.room") the JSON type, "object" for
 * one with members of its own. Of a room configuration: of a member ("RoomAgentDispatch.agent_name") the protobuf type,
 * of a oneof ("AutoTrackEgress oneof output") its members, of an enum's value ("AudioCodec.OPUS") the number.
 */
export type Declarations = Readonly<Record<string, string>>;

/** Half of the payload; the halves are written in different languages. */
export type Part = "claims" | "room configuration";

/** A package of LiveKit's that declares what may stand in a token. */
export interface Source {
  readonly id: string;
  /** The language and the package: "Go, github.com/livekit/protocol". */
  readonly title: string;
  readonly part: Part;
  /** Whether its releases are those of the protocol, whose history tells since when it has what. */
  readonly isProtocol?: boolean;
  /**
   * The releases, oldest first; of the protocol, whose history is read elsewhere, the newest alone.
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
