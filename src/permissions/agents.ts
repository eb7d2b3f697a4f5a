import type { AgentThreadGrantsInit } from "../../generated/types.js";
import { ask } from "./ask.js";
import type { ClaimsWith } from "./claims-with.js";

/**
 * Whether the holder may call the non-public endpoints of an agent's deployment. A grant without a name, or without
 * a deployment, permits all of them. Names are compared exactly. Go: `AgentEndpointGrant.Allows`.
 *
 * @param deployment "default" for a worker that registered without one
 */
export function canCallAgentEndpoint(
  claims: ClaimsWith<"agentEndpoint">,
  agentName: string,
  deployment: string,
): boolean {
  return ask(
    claims,
    ["agentEndpoint"],
    ({ agentEndpoint }) =>
      agentEndpoint?.call === true &&
      permits(agentEndpoint.agentName, agentName) &&
      permits(agentEndpoint.deployment, deployment),
  );
}

type WithThreads = ClaimsWith<"agentThread">;

/** Whether the holder may list the threads of a scope. Go: `AgentThreadGrant.CanList`. */
export function canListAgentThreads(claims: WithThreads, scope: string): boolean {
  return ask(claims, ["agentThread"], ({ agentThread }) => agentThread?.list === true && isInScope(agentThread, scope));
}

/** Whether the holder may create threads in a scope. Go: `AgentThreadGrant.CanCreate`. */
export function canCreateAgentThreads(claims: WithThreads, scope: string): boolean {
  return ask(
    claims,
    ["agentThread"],
    ({ agentThread }) => agentThread?.create === true && isInScope(agentThread, scope),
  );
}

/** Whether the holder may read a thread. Go: `AgentThreadGrant.CanRead`. */
export function canReadAgentThread(claims: WithThreads, threadId: string): boolean {
  return ask(
    claims,
    ["agentThread"],
    ({ agentThread }) => agentThread?.read === true && includes(agentThread, threadId),
  );
}

/** Whether the holder may send to a thread. Go: `AgentThreadGrant.CanWrite`. */
export function canWriteAgentThread(claims: WithThreads, threadId: string): boolean {
  return ask(
    claims,
    ["agentThread"],
    ({ agentThread }) => agentThread?.write === true && includes(agentThread, threadId),
  );
}

/** Whether the holder may delete a thread. Go: `AgentThreadGrant.CanDelete`. */
export function canDeleteAgentThread(claims: WithThreads, threadId: string): boolean {
  return ask(
    claims,
    ["agentThread"],
    ({ agentThread }) => agentThread?.delete === true && includes(agentThread, threadId),
  );
}

/**
 * Whether the holder may change the attributes and lifetime of threads. Only a grant for all threads permits it. Go:
 * `AgentThreadGrant.CanUpdate`.
 */
export function canUpdateAgentThreads(claims: WithThreads): boolean {
  return ask(claims, ["agentThread"], ({ agentThread }) => agentThread?.all === true && agentThread.write === true);
}

function permits(granted: string | undefined, asked: string): boolean {
  return granted === undefined || granted === "" || granted === asked;
}

function isInScope({ all, scope: granted }: AgentThreadGrantsInit, scope: string): boolean {
  return all === true || (granted === scope && scope !== "");
}

function includes({ all, threadIds = [] }: AgentThreadGrantsInit, threadId: string): boolean {
  return threadId !== "" && (all === true || (Array.isArray(threadIds) && threadIds.includes(threadId)));
}
