import { servers, sinces } from "../../generated/targets.js";
import { foldName } from "../json/fold.js";
import { getOwn } from "../json/own.js";
import type { Path } from "../json/path.js";
import { isYounger } from "../targets/protocol-version.js";

/** A schema of a bundle, as far as the page reads it. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: boolean | SchemaNode;
  /** The release of the protocol that brought the member. */
  readonly "x-since"?: string;
  /** The member whose value this one takes when it is absent. */
  readonly "x-default-from"?: string;
}

/** The bundle of the claims that callers write. */
export interface ClaimsSchema extends SchemaNode {
  readonly properties: Readonly<Record<string, SchemaNode>>;
  readonly $defs: Readonly<Record<string, SchemaNode>>;
}

/** Returns a schema with what it refers to. Its own keywords come before those of the reference. */
export function resolveRef(node: SchemaNode, { $defs }: ClaimsSchema): SchemaNode {
  if (node.$ref === undefined) return node;
  return { ...$defs[node.$ref.slice(node.$ref.lastIndexOf("/") + 1)], ...node };
}

/** The schema's description of a member. */
export interface About {
  /** The name as the schema spells it. */
  readonly name: string;
  readonly description: string;
  /** The releases that brought it, as a sentence; empty for what is as old as tokens are. */
  readonly since: string;
}

/** Describes the member at a path of a payload, in whatever spelling; undefined for what no schema knows. */
export function describeMember(schema: ClaimsSchema, path: Path, value: unknown): About | undefined {
  let node: SchemaNode = schema;
  let parent: SchemaNode = schema;
  let name = "";
  let depthOfMember = 0;
  for (const [depth, segment] of path.entries()) {
    const next = stepInto(node, segment);
    if (next === undefined) return undefined;
    if (next.name !== undefined) {
      parent = node;
      name = next.name;
      depthOfMember = depth;
    }
    node = resolveRef(next.node, schema);
  }
  if (name === "" || depthOfMember !== path.length - 1) return undefined;
  const since = getOwn(sinces[parent.title ?? ""], name);
  const brought = typeof value === "string" ? getOwn(since?.values, value) : undefined;
  return {
    name,
    description: node.description ?? "",
    since: [sentence("Since", node["x-since"]), sentence("This value since", brought)].filter(Boolean).join(" "),
  };
}

interface Step {
  readonly node: SchemaNode;
  /** Undefined for an element of a list or a map. */
  readonly name?: string;
}

function stepInto(node: SchemaNode, segment: string | number): Step | undefined {
  const { properties = {}, items, additionalProperties } = node;
  if (typeof segment === "number") return items && { node: items };
  const name = Object.hasOwn(properties, segment)
    ? segment
    : Object.keys(properties).find((known) => foldName(known) === foldName(segment));
  if (name !== undefined) return { node: properties[name] as SchemaNode, name };
  return typeof additionalProperties === "object" ? { node: additionalProperties } : undefined;
}

function sentence(start: string, protocol: string | undefined): string {
  if (protocol === undefined) return "";
  const server = Object.entries(servers).find(([, spoken]) => !isYounger(protocol, spoken))?.[0];
  return `${start} protocol ${protocol}, ${server === undefined ? "which no known server has yet" : `livekit-server ${server}`}.`;
}
