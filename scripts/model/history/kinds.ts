/** The kinds of things whose coming and going is kept, in the order of the file. */
export const KINDS = ["claims", "messages", "members", "oneofs", "enums", "values"] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What one release of the protocol has: for each kind, names such as "S3Upload.secret" with what they are there. A
 * claim or grant ("video.room") is its JSON type, a member its protobuf type, a oneof its members, a value its number;
 * messages and enums are nothing but their name.
 */
export type ReleaseModel = Readonly<Record<Kind, Readonly<Record<string, string>>>>;

/**
 * The enums that claims and grants take from the protocol, by their title in the schemas. A claim has the names of
 * their values in lower case.
 */
export const CLAIM_ENUMS: Readonly<Record<string, string>> = {
  ParticipantKind: "ParticipantInfo.Kind",
  ParticipantKindDetail: "ParticipantInfo.KindDetail",
  TrackSource: "TrackSource",
};
