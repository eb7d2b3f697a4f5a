import type { Role } from "./roles.ts";

export interface User {
  readonly id: string;
  readonly name: string;
  /** The rooms that the user may join, and in which role. */
  readonly rooms: ReadonlyMap<string, Role>;
}

/**
 * A STUB, not an authentication: these "sessions" are printed here for everybody to read. Replace the lookup by your
 * own, such as a session cookie that your framework checks or a token of your identity provider.
 */
const SESSIONS: ReadonlyMap<string, User> = new Map([
  ["Bearer session-of-alice", { id: "alice", name: "Alice", rooms: new Map([["stage", "moderator"]]) }],
  ["Bearer session-of-bob", { id: "bob", name: "Bob", rooms: new Map([["stage", "speaker"]]) }],
]);

/** Returns the user who sends a request, or undefined when nobody is signed in. */
export function userOf(authorization: string | null | undefined): User | undefined {
  return SESSIONS.get(authorization ?? "");
}
