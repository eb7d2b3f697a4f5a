import { CLAIM_ENUMS, type ReleaseModel } from "../../scripts/model/history/kinds.js";
import { claimPaths, joinPath } from "../../scripts/model/join-history.js";
import { load } from "../../scripts/model/load.js";
import { getDef } from "../../scripts/model/model.js";
import { readReleases, releaseModel } from "../../scripts/protocol/module/reading.js";
import { obtainReleases } from "../../scripts/protocol/module/releases.js";
import { requiredProtocol } from "../../scripts/protocol/module/servers.js";
import { LENIENT_SINCE } from "../../src/targets/find-unknown.js";
import { protocolOf } from "../../src/targets/names.js";
import { isYounger } from "../../src/targets/protocol-version.js";
import { SCHEMA } from "../support/copies.js";
import { SERVERS, type ServerVersion } from "./server.js";
import { everyMember } from "./server-members.js";

const schemas = await load(SCHEMA);
const paths = claimPaths(schemas);

/**
 * The members that each server knows, from the commit of the protocol that it is built with, which may not be a
 * release.
 */
const KNOWN = Object.fromEntries(
  await Promise.all(SERVERS.map(async (version) => [version, await modelOfServer(version)] as const)),
) as Readonly<Record<ServerVersion, ReleaseModel>>;

async function modelOfServer(version: ServerVersion): Promise<ReleaseModel> {
  const [reading] = await readReleases(await obtainReleases([await requiredProtocol(version)]));
  if (reading) return releaseModel(reading);
  throw new Error(`no proxy serves the protocol of livekit-server ${version}`);
}

/**
 * Returns the members and values of a room configuration that a server refuses as unknown. A lenient server refuses
 * none.
 */
export const refusedMembers = (version: ServerVersion): readonly string[] =>
  isYounger(LENIENT_SINCE, protocolOf(`livekit-server@${version}`))
    ? namesWhere(version, (title) => !paths.has(title))
    : [];

/** Returns the claims, grants and values of their enums that a server does not know. */
export const ignoredMembers = (version: ServerVersion): readonly string[] =>
  namesWhere(version, (title) => paths.has(title));

function namesWhere(version: ServerVersion, isWanted: (title: string) => boolean): string[] {
  const names = [...new Set(everyMember().map(({ name }) => name))];
  return names.filter((name) => isWanted(name.slice(0, name.indexOf("."))) && !knows(KNOWN[version], name));
}

/** @param name as in "RoomAgentDispatch.deployment", "AutoParticipantEgress.preset=PASSTHROUGH", "Claims.kind=bridge" */
function knows({ claims, members, values }: ReleaseModel, name: string): boolean {
  const [title = "", member = "", value] = name.split(/[.=]/);
  const path = paths.get(title);
  const type = path === undefined ? members[`${title}.${member}`] : claims[joinPath(path, member)];
  if (type === undefined || value === undefined) return type !== undefined;
  const found = getDef(schemas, title).members.find((each) => each.name === member);
  const enumTitle = found?.value.kind === "enum" ? found.value.name : "";
  return Object.hasOwn(
    values,
    path === undefined ? `${enumTitle}.${value}` : `${CLAIM_ENUMS[enumTitle]}.${value.toUpperCase()}`,
  );
}
