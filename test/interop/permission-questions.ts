import * as fc from "fast-check";
import { enums } from "../../generated/shapes.js";
import { claimsBundle } from "../support/arbitrary-claims.js";
import type { Schema } from "./schema-values.js";

/** A question about claims: a function of livekit-claims/permissions and its arguments after the claims. */
export interface Asked {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly question: { readonly name: string; readonly args: readonly string[] };
}

/** Fixed, so that every run asks the same. A finding can be reproduced from its claims alone. */
const SEED = 7;
/** The number of questions of each kind, a few thousand in total. */
const COUNT = 400;

/** Few names, so that questions often match grants, some with neighbors that only an exact comparison distinguishes. */
const name = fc.constantFrom("", "a", "A", "a ", "default", "é", "e\u0301", "__proto__");

const sources = Object.keys(enums.TrackSource);

/** Sources that the schema accepts, and others that Go maps with ToUpper or does not know. */
const grantedSource = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...sources) },
  fc.constantFrom(...sources.flatMap((source) => [source.toUpperCase(), source.replace(/^./, (c) => c.toUpperCase())])),
  // A dotless i and a long s become ASCII letters in upper case; a Kelvin sign does in lower case.
  fc.constantFrom(
    "unknown",
    "UNKNOWN",
    "un\u212anown",
    "m\u0131crophone",
    "\u017fcreen_share",
    "",
    "camera ",
    "constructor",
  ),
);

/** Objects with any of the members in the schema. */
function grants(title: string): fc.Arbitrary<object> {
  const { properties = {} } = (claimsBundle.$defs?.[title] ?? {}) as Schema;
  if (Object.keys(properties).length === 0) throw new Error(`the bundle has no members for ${title}`);
  return fc.record(
    Object.fromEntries(Object.entries(properties).map(([member, schema]) => [member, valuesOf(schema)])),
    { requiredKeys: [] },
  );
}

function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref === "#/$defs/TrackSource") return grantedSource;
  if (schema.type === "array") return fc.array(valuesOf(schema.items ?? {}), { maxLength: 3 });
  if (schema.type === "string") return name;
  if (schema.type === "boolean") return fc.boolean();
  throw new Error(`no values for ${JSON.stringify(schema)}`);
}

/** Claims for Go's methods, which require a video grant. */
const claims = fc.record(
  {
    video: grants("VideoGrants"),
    agentEndpoint: grants("AgentEndpointGrants"),
    agentThread: grants("AgentThreadGrants"),
  },
  { requiredKeys: ["video"] },
);

const NONE = fc.constant<string[]>([]);
const ONE_NAME = fc.tuple(name);

/** Arguments for the questions that Go's auth package has a method for, by our name. */
const argumentsOf: Readonly<Record<string, readonly fc.Arbitrary<string[]>[]>> = {
  // "unknown" is a source of Go's enum, but no schema accepts it as a grant.
  canPublish: [NONE, fc.tuple(fc.constantFrom(...sources, "unknown"))],
  canPublishData: [NONE],
  canSubscribe: [NONE],
  canUpdateOwnMetadata: [NONE],
  participantPermission: [NONE],
  canCallAgentEndpoint: [fc.tuple(name, name)],
  canListAgentThreads: [ONE_NAME],
  canCreateAgentThreads: [ONE_NAME],
  canReadAgentThread: [ONE_NAME],
  canWriteAgentThread: [ONE_NAME],
  canDeleteAgentThread: [ONE_NAME],
  canUpdateAgentThreads: [NONE],
};

/** The questions, by the name of the function. */
export const permissionQuestions: ReadonlyMap<string, readonly Asked[]> = new Map(
  Object.entries(argumentsOf).map(([name, kinds], index) => [
    name,
    kinds.flatMap((args, kind) =>
      fc.sample(fc.record({ claims, question: fc.record({ name: fc.constant(name), args }) }), {
        seed: SEED + 100 * index + kind,
        numRuns: COUNT,
      }),
    ),
  ]),
);
