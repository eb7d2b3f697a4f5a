import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { getDef, type Member, type Model, type Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { literal } from "./literal.js";

/**
 * Emits the protocol of each server release, and the protocol release that introduced each member. Lists only
 * members that some server does not know. Omits members as old as their object: a server that does not know the
 * object does not know its members.
 */
export function emitTargets(model: Model): Output[] {
  const servers = [...model.servers];
  const oldest = servers.map(([, protocol]) => protocol).reduce(earlier);
  const entries = recentMembers(model, oldest);
  const content = `${banner("emit/code/targets", "schema/")}${TYPES}
export const servers: Readonly<Record<string, string>> = {
${servers.map(([server, protocol]) => `  "${server}": "${protocol}",\n`).join("")}};

/** The oldest protocol of these servers. Every server knows all of its members. */
export const oldestProtocol = "${oldest}";

/** The releases of the protocol that introduced a member or some of its values, by object and member. */
export const sinces: Readonly<Record<string, Readonly<Record<string, Since>>>> = {
${entries.map(([name, members]) => `  ${name}: ${literal(members)},\n`).join("")}};
`;
  return [{ path: "targets.ts", content }];
}

const TYPES = `/** The releases that introduced a member, its values and its types. Omits releases that are as old as the object. */
export interface Since {
  readonly member?: string;
  /** The releases that introduced values of an enum, by value. */
  readonly values?: Readonly<Record<string, string>>;
  /** The earlier types, by the release that changed each, oldest first. */
  readonly types?: Readonly<Record<string, string>>;
}

/** The protocol that each release of livekit-server is built with, oldest first. */`;

interface Since {
  readonly member?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly types?: Readonly<Record<string, string>>;
}

function recentMembers(model: Model, oldest: string): [object: string, members: Record<string, Since>][] {
  return [...knownFrom(model, oldest)].flatMap(([name, floor]): [string, Record<string, Since>][] => {
    const found: Record<string, Since> = {};
    for (const member of getDef(model, name).members) {
      const since = later(sinceOf(member) ?? floor, floor);
      const values = recentValues(member, since);
      const types = earlierTypes(model.retyped.get(`${name}.${member.name}`), since);
      const isRecent = since !== floor;
      if (isRecent) checkDefault(name, member);
      if (!isRecent && !values && !types) continue;
      found[member.name] = {
        ...(isRecent ? { member: since } : {}),
        ...(values ? { values } : {}),
        ...(types ? { types } : {}),
      };
    }
    return Object.keys(found).length > 0 ? [[name, found]] : [];
  });
}

/** Returns the first release that knows each object, on its oldest path from the claims. */
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

function recentValues({ value }: Member, since: string): Record<string, string> | undefined {
  const all = value.kind === "enum" ? value.schema["x-values-since"] : undefined;
  const recent = Object.entries((all ?? {}) as Record<string, string>).filter(
    ([, brought]) => later(brought, since) !== since,
  );
  return recent.length > 0 ? Object.fromEntries(recent) : undefined;
}

/** Returns the types that a member had in releases later than the one that introduced it. */
function earlierTypes(types: Readonly<Record<string, string>> = {}, since: string): Record<string, string> | undefined {
  const later = Object.entries(types).filter(([changed]) => compareProtocolVersions(changed, since) > 0);
  return later.length > 0 ? Object.fromEntries(later) : undefined;
}

/**
 * Checks that src/targets/ recognizes the default of a member: it treats only false, "", 0, null and empty lists and maps
 * as unset.
 *
 * @throws Error naming the member when its default is another value
 */
function checkDefault(object: string, { name, schema }: Member): void {
  const { default: value, "x-default-from": from } = schema;
  if (from !== undefined || (value && typeof value !== "object")) {
    throw new Error(
      `${object}.${name} has a default that some servers do not know; add support for it to src/targets/`,
    );
  }
}

function sinceOf({ schema }: Member): string | undefined {
  return schema["x-since"] as string | undefined;
}

const later = (a: string, b: string): string => (compareProtocolVersions(a, b) > 0 ? a : b);
const earlier = (a: string, b: string): string => (later(a, b) === a ? b : a);
