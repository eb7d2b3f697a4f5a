/** The kinds of names in the history, in the order of the file. */
export const KINDS = ["claims", "messages", "members", "oneofs", "enums", "values"] as const;
export type Kind = (typeof KINDS)[number];

/**
 * The content of a release of the protocol: for each kind, its names with a description. A claim or grant
 * ("video.room") has its JSON type, a member ("S3Upload.secret") its protobuf type, a oneof its members, a value its
 * number. Messages and enums have an empty description.
 */
export type ReleaseModel = Readonly<Record<Kind, Readonly<Record<string, string>>>>;

/**
 * The protocol's enums that claims and grants use, by their title in the schemas. Claims write the values in lower
 * case.
 */
export const CLAIM_ENUMS: Readonly<Record<string, string>> = {
  ParticipantKind: "ParticipantInfo.Kind",
  ParticipantKindDetail: "ParticipantInfo.KindDetail",
  TrackSource: "TrackSource",
};
