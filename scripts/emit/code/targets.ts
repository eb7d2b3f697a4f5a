import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { getDef, type Member, type Model, type Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { literal } from "./literal.js";

/**
 * Which server has which protocol, and which release of the protocol brought what. Only what some server does not know
 * is listed, and of that only what is younger than the object it stands in: who does not know the object asks no more.
 */
export function emitTargets(model: Model): Output[] {
  const servers = [...model.servers];
  const oldest = servers.map(([, protocol]) => protocol).reduce(earlier);
  const entries = youngMembers(model, oldest);
  const content = `${banner("emit/code/targets", "schema/")}${TYPES}
export const servers: Readonly<Record<string, string>> = {
${servers.map(([server, protocol]) => `  "${server}": "${protocol}",\n`).join("")}};

/** The oldest protocol among them: what came no later is known to all. */
export const oldestProtocol = "${oldest}";

/** The releases of the protocol that brought a member or some of its values, by object and member. */
export const sinces: Readonly<Record<string, Readonly<Record<string, Since>>>> = {
${entries.map(([name, members]) => `  ${name}: ${literal(members)},\n`).join("")}};
`;
  return [{ path: "targets.ts", content }];
}

const TYPES = `/** When a member, and what it may hold, became known. What is as old as the object around it is left out. */
export interface Since {
  readonly member?: string;
  /** By the value of an enum. */
  readonly values?: Readonly<Record<string, string>>;
  /** The type that it had before a release that changed it, by that release, oldest first. */
  readonly types?: Readonly<Record<string, string>>;
}

/** The protocol that each release of livekit-server is built with, oldest first. */`;

interface Since {
  readonly member?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly types?: Readonly<Record<string, string>>;
}

function youngMembers(model: Model, oldest: string): [object: string, members: Record<string, Since>][] {
  return [...knownFrom(model, oldest)].flatMap(([name, floor]): [string, Record<string, Since>][] => {
    const found: Record<string, Since> = {};
    for (const member of getDef(model, name).members) {
      const since = later(sinceOf(member) ?? floor, floor);
      const values = youngValues(member, since);
      const types = earlierTypes(model.retyped.get(`${name}.${member.name}`), since);
      const young = since !== floor;
      if (young) checkDefault(name, member);
      if (!young && !values && !types) continue;
      found[member.name] = {
        ...(young ? { member: since } : {}),
        ...(values ? { values } : {}),
        ...(types ? { types } : {}),
      };
    }
    return Object.keys(found).length > 0 ? [[name, found]] : [];
  });
}

/** For each object, the first release that knows it somewhere in the claims: by the way there that is the oldest. */
function knownFrom(model: Model, oldest: string): ReadonlyMap<string, string> {
  const floors = new Map<string, string>();
  const visit = (name: string, since: string): void => {
    const known = floors.get(name);
    if (known !== undefined && compareProtocolVersions(known, since) <= 0) return;
    floors.set(name, since);
    for (const member of getDef(model, name).members) {
      if (member.value.kind === "object") visit(member.value.name, later(sinceOf(member) ?? since, since));
    }
  };
  visit("Claims", oldest);
  return floors;
}

function youngValues({ value }: Member, since: string): Record<string, string> | undefined {
  const all = value.kind === "enum" ? value.schema["x-values-since"] : undefined;
  const young = Object.entries((all ?? {}) as Record<string, string>).filter(
    ([, brought]) => later(brought, since) !== since,
  );
  return young.length > 0 ? Object.fromEntries(young) : undefined;
}

/** The types that a member had in releases later than the one that brought it. */
function earlierTypes(types: Readonly<Record<string, string>> = {}, since: string): Record<string, string> | undefined {
  const later = Object.entries(types).filter(([changed]) => compareProtocolVersions(changed, since) > 0);
  return later.length > 0 ? Object.fromEntries(later) : undefined;
}

/** src/targets/ takes false, "", 0, null and what is empty for not set. */
function checkDefault(object: string, { name, schema }: Member): void {
  const { default: value, "x-default-from": from } = schema;
  if (from !== undefined || (value && typeof value !== "object")) {
    throw new Error(`${object}.${name} has a default that some servers do not know: src/targets/ needs code for it`);
  }
}

function sinceOf({ schema }: Member): string | undefined {
  return schema["x-since"] as string | undefined;
}

const later = (a: string, b: string): string => (compareProtocolVersions(a, b) > 0 ? a : b);
const earlier = (a: string, b: string): string => (later(a, b) === a ? b : a);
