import type { Claims } from "../../generated/types.js";
import {
  canCallAgentEndpoint,
  canCreateAgentThreads,
  canDeleteAgentThread,
  canListAgentThreads,
  canReadAgentThread,
  canUpdateAgentThreads,
  canWriteAgentThread,
} from "../permissions/agents.js";
import { listed, may, mayNot, type Permission, quoted } from "./permission.js";

/** Returns what the holder may do with the endpoints and the threads of agents. */
export function agentPermissions(claims: Claims): Permission[] {
  return [...endpoints(claims), ...threads(claims)];
}

function endpoints(claims: Claims): Permission[] {
  const { agentName, deployment } = claims.agentEndpoint ?? {};
  // A grant without a name permits every agent, so any name can be asked about.
  if (!canCallAgentEndpoint(claims, agentName ?? "", deployment ?? "")) return [];
  const agent = agentName ? `the agent ${quoted(agentName)}` : "every agent";
  const where = deployment ? `, in the deployment ${quoted(deployment)}` : "";
  return [may(`call the non-public HTTP endpoints of ${agent}${where}`)];
}

const BY_SCOPE = { list: canListAgentThreads, create: canCreateAgentThreads } as const;
const BY_ID = { read: canReadAgentThread, write: canWriteAgentThread, delete: canDeleteAgentThread } as const;

function threads(claims: Claims): Permission[] {
  const { agentThread } = claims;
  if (agentThread === undefined) return [];
  const { all, scope = "", threadIds = [] } = agentThread;
  const ids = threadIds.filter((id) => id !== "");
  const granted = <Verb extends keyof typeof BY_SCOPE | keyof typeof BY_ID>(verbs: Record<Verb, unknown>): Verb[] =>
    (Object.keys(verbs) as Verb[]).filter((verb) => agentThread[verb] === true);
  // With `all`, any scope and thread can be asked about.
  const [someScope, someId] = [scope || "any", ids[0] ?? "any"];
  const inScope = granted(BY_SCOPE);
  const withId = granted(BY_ID);
  return [
    ...sentence(
      inScope,
      inScope.every((verb) => BY_SCOPE[verb](claims, someScope)),
      {
        what: all ? "threads of every scope" : `threads of the scope ${quoted(scope)}`,
        why: "agentThread.scope is empty",
      },
    ),
    ...sentence(
      withId,
      withId.every((verb) => BY_ID[verb](claims, someId)),
      {
        what: all ? "every thread" : `the threads ${listed(ids.map(quoted))}`,
        why: "agentThread.threadIds has no id",
      },
    ),
    ...(canUpdateAgentThreads(claims) ? [may("change the attributes and idle times of threads")] : []),
  ];
}

function sentence(
  verbs: readonly string[],
  permitted: boolean,
  { what, why }: { what: string; why: string },
): Permission[] {
  if (verbs.length === 0) return [];
  return [permitted ? may(`${listed(verbs)} ${what}`) : mayNot(`${listed(verbs)} threads: ${why}`)];
}
