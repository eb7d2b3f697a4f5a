import type { AgentThreadGrantsInit } from "../../generated/types.js";
import { ask } from "./ask.js";
import type { ClaimsWith } from "./claims-with.js";

/**
 * Returns whether the holder may call the non-public endpoints of a deployment of an agent. A grant without an agent name
 * permits all agents. A grant without a deployment permits all deployments. Names are compared exactly.
 *
 * Source of the rule: `AgentEndpointGrant.Allows` in Go.
 *
 * @param deployment "default" for a worker that has registered without a deployment
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
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

/**
 * Returns whether the holder may list the threads of a scope.
 *
 * Source of the rule: `AgentThreadGrant.CanList` in Go.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canListAgentThreads(claims: WithThreads, scope: string): boolean {
  return ask(claims, ["agentThread"], ({ agentThread }) => agentThread?.list === true && isInScope(agentThread, scope));
}

/**
 * Returns whether the holder may create threads in a scope.
 *
 * Source of the rule: `AgentThreadGrant.CanCreate` in Go.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canCreateAgentThreads(claims: WithThreads, scope: string): boolean {
  return ask(
    claims,
    ["agentThread"],
    ({ agentThread }) => agentThread?.create === true && isInScope(agentThread, scope),
  );
}

/**
 * Returns whether the holder may read a thread.
 *
 * Source of the rule: `AgentThreadGrant.CanRead` in Go.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canReadAgentThread(claims: WithThreads, threadId: string): boolean {
  return ask(
    claims,
    ["agentThread"],
    ({ agentThread }) => agentThread?.read === true && includes(agentThread, threadId),
  );
}

/**
 * Returns whether the holder may send to a thread.
 *
 * Source of the rule: `AgentThreadGrant.CanWrite` in Go.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canWriteAgentThread(claims: WithThreads, threadId: string): boolean {
  return ask(
    claims,
    ["agentThread"],
    ({ agentThread }) => agentThread?.write === true && includes(agentThread, threadId),
  );
}

/**
 * Returns whether the holder may delete a thread.
 *
 * Source of the rule: `AgentThreadGrant.CanDelete` in Go.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canDeleteAgentThread(claims: WithThreads, threadId: string): boolean {
  return ask(
    claims,
    ["agentThread"],
    ({ agentThread }) => agentThread?.delete === true && includes(agentThread, threadId),
  );
}

/**
 * Returns whether the holder may change the attributes and lifetime of threads. Only a grant for all threads permits it.
 *
 * Source of the rule: `AgentThreadGrant.CanUpdate` in Go.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canUpdateAgentThreads(claims: WithThreads): boolean {
  return ask(claims, ["agentThread"], ({ agentThread }) => agentThread?.all === true && agentThread.write === true);
}

/** Returns whether a name in a grant permits a name. An absent or empty one permits every name. */
function permits(granted: string | undefined, name: string): boolean {
  return granted === undefined || granted === "" || granted === name;
}

function isInScope({ all, scope: granted }: AgentThreadGrantsInit, scope: string): boolean {
  return all === true || (granted === scope && scope !== "");
}

function includes({ all, threadIds = [] }: AgentThreadGrantsInit, threadId: string): boolean {
  return threadId !== "" && (all === true || (Array.isArray(threadIds) && threadIds.includes(threadId)));
}
