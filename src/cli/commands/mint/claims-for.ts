import type { ClaimsInit, RoomAgentDispatch, VideoGrantsInit } from "../../../../generated/types.js";
import { isObject, type Json } from "../../../json/is-object.js";
import type { Given } from "../../args/command-spec.js";
import { checkOneStdin, parseJson, readText } from "../../args/inputs.js";
import type { Io } from "../../terminal/io.js";
import { UsageError } from "../../terminal/usage-error.js";
import { GRANT_FLAGS, type GrantFlag } from "./grant-flags.js";
import type { mint as spec } from "./spec.js";

type Options = Given<typeof spec>["options"];

/**
 * Lays the claims of the options of `mint` over those of --claims. The content of the files is checked by minting.
 *
 * @throws UsageError when a file cannot be read or is not JSON, or two are standard input
 */
export async function claimsFor(options: Options, io: Io): Promise<ClaimsInit> {
  checkOneStdin({
    "--claims": options.claims,
    "--attribute-file": options["attribute-file"],
    "--room-configuration": options["room-configuration"],
  });
  const [base, attributes, roomConfig] = await Promise.all([
    readJson("--claims", options.claims, io),
    readJson("--attribute-file", options["attribute-file"], io),
    readJson("--room-configuration", options["room-configuration"], io),
  ]);
  if (base !== undefined && !isObject(base)) return base as ClaimsInit;
  const from: Partial<Record<keyof ClaimsInit, unknown>> = base ?? {};
  const claims: Partial<Record<keyof ClaimsInit, unknown>> = {
    sub: options.identity,
    name: options.name,
    metadata: options.metadata,
    roomPreset: options["room-preset"],
    kind: options.kind,
    attributes: layOver(layOver(from.attributes, attributes), attributesOf(options.attribute)),
    ...grantsOf(options, from),
    roomConfig: withAgent(roomConfig ?? from.roomConfig, options),
  };
  const set = Object.entries(claims).filter(([, value]) => value !== undefined);
  return { ...from, ...Object.fromEntries(set) } as ClaimsInit;
}

async function readJson(option: string, path: string | undefined, io: Io): Promise<unknown> {
  return path === undefined ? undefined : parseJson(option, await readText(option, path, io));
}

/** Lays one object over another. A value that is not an object is returned as it is, for minting to refuse. */
function layOver(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (base === undefined || base === null || !isObject(over)) return over;
  return isObject(base) ? { ...base, ...over } : base;
}

function attributesOf(pairs: readonly string[]): Json | undefined {
  if (pairs.length === 0) return undefined;
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new UsageError("--attribute: must be KEY=VALUE");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function grantsOf(
  options: Options,
  base: Readonly<Record<string, unknown>>,
): Partial<Record<keyof ClaimsInit, unknown>> {
  const grants: Partial<Record<keyof ClaimsInit, unknown>> = {};
  const add = (claim: keyof ClaimsInit, members: unknown): void => {
    grants[claim] = layOver(grants[claim] ?? base[claim], members);
  };
  for (const [flag, { claim, member }] of Object.entries(GRANT_FLAGS)) {
    if (options[flag as GrantFlag]) add(claim, { [member]: true });
  }
  if (options.room !== undefined) add("video", { room: options.room } satisfies VideoGrantsInit);
  const sources = options["allow-source"].flatMap((list) => list.split(",").map((source) => source.trim()));
  if (sources.length > 0) add("video", { canPublishSources: sources });
  if (options.grant !== undefined) add("video", parseJson("--grant", options.grant));
  return grants;
}

function withAgent(roomConfig: unknown, { agent, deployment, "job-metadata": metadata }: Options): unknown {
  if (agent === undefined) {
    const orphan = deployment === undefined ? (metadata === undefined ? undefined : "--job-metadata") : "--deployment";
    if (orphan !== undefined) throw new UsageError(`${orphan}: needs --agent`);
    return roomConfig;
  }
  const dispatch: RoomAgentDispatch = {
    agentName: agent,
    ...(deployment !== undefined && { deployment }),
    ...(metadata !== undefined && { metadata }),
  };
  const others = isObject(roomConfig) && Array.isArray(roomConfig.agents) ? roomConfig.agents : [];
  return layOver(roomConfig ?? {}, { agents: [...others, dispatch] });
}
