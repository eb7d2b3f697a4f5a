import type { Authorization, TokenSourceRequest } from "livekit-claims/endpoint";
import { ROLES } from "./roles.ts";
import type { User } from "./session.ts";

/** The reason why a request gets no token. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly error: string;
}

/** The agents that users may call into their rooms. */
const AGENTS: ReadonlySet<string> = new Set(["helper"]);

/**
 * Decides who joins which room, and with which rights. The request of the client is a wish: the identity and the role
 * come from the session, the room and the agents are compared with what the user may have.
 */
export function authorize(asked: TokenSourceRequest, user: User | undefined): Authorization | Refusal {
  if (user === undefined) return { status: 401, error: "sign in first" };
  const room = asked.roomName || "stage";
  const role = user.rooms.get(room);
  if (role === undefined) return { status: 403, error: "this room is not open to you" };

  // Only names are taken from the client's roomConfig, never the whole: it can start recordings and set limits.
  const agents = (asked.roomConfig?.agents ?? []).map(({ agentName = "" }) => ({ agentName }));
  if (!agents.every(({ agentName }) => AGENTS.has(agentName))) {
    return { status: 403, error: "this agent is not open to you" };
  }
  return {
    identity: user.id,
    name: user.name,
    room,
    grants: ROLES[role],
    ...(agents.length > 0 && { roomConfig: { agents } }),
  };
}

export function isRefusal(decision: Authorization | Refusal): decision is Refusal {
  return "status" in decision;
}
