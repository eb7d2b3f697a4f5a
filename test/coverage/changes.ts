/** Edits of the files of a fixture: a replacement of text, a new text, or undefined to delete the file. */
export type Edit = { readonly [path: string]: readonly [before: string, after: string] | string | undefined };

export const CHANGES = ["added", "removed", "renamed", "retyped"] as const;
export type Change = (typeof CHANGES)[number];

/** The same four changes for each source, in its language. */
export const EDITS: Readonly<Record<string, Readonly<Record<Change, Edit>>>> = {
  node: inFile("dist/grants.d.ts", {
    added: ["  canPublish?: boolean;", "  canPublish?: boolean;\n  fresh?: boolean;"],
    removed: ["  room?: string;\n", ""],
    renamed: ["  room?: string;", "  roomName?: string;"],
    retyped: ["canPublish?: boolean;", "canPublish?: string;"],
  }),
  python: inFile("livekit/api/access_token.py", {
    added: ["    can_publish: bool = True", "    can_publish: bool = True\n    fresh: Optional[bool] = None"],
    removed: ['    room: str = ""\n', ""],
    renamed: ['    room: str = ""', '    room_name: str = ""'],
    retyped: ["can_publish: bool = True", 'can_publish: str = ""'],
  }),
  rust: inFile("access_token.rs", {
    added: ["    pub can_publish: Option<bool>,", "    pub can_publish: Option<bool>,\n    pub fresh: bool,"],
    removed: ['    #[serde(skip_serializing_if = "is_default")]\n    pub room: String,\n', ""],
    renamed: ["    pub room: String,", "    pub room_name: String,"],
    retyped: ["pub can_publish: Option<bool>", "pub can_publish: Option<String>"],
  }),
  java: {
    added: { "io/livekit/server/Fresh.java": javaGrant("Fresh", "fresh") },
    removed: { "io/livekit/server/RoomName.java": undefined },
    renamed: { "io/livekit/server/RoomName.java": ['"room"', '"roomName"'] },
    retyped: { "io/livekit/server/CanPublish.java": ["boolean value", "String value"] },
  },
};

function inFile(path: string, edits: Readonly<Record<Change, readonly [string, string]>>): Record<Change, Edit> {
  return Object.fromEntries(CHANGES.map((change) => [change, { [path]: edits[change] }])) as Record<Change, Edit>;
}

function javaGrant(name: string, key: string): string {
  return `package io.livekit.server;
public final class ${name} extends VideoGrant {
  public ${name}(boolean value) { super("${key}", value); }
}
`;
}
