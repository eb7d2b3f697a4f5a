import type { ReleaseModel } from "../../model/history/kinds.js";
import { oneofsOf, type ProtoEnum, type ProtoModel, typeOf } from "../proto-model.js";
import type { Declarations } from "../structs.js";
import { readGrants } from "./grants.js";
import { readProtos } from "./protos.js";
import type { ModuleRelease } from "./releases.js";

/** A release of the module, as far as it is read. */
export interface Reading {
  readonly release: string;
  /** The checksum of the module, as go.sum has it. */
  readonly sum: string;
  /** RoomConfiguration with all that it reaches. */
  readonly model: ProtoModel;
  /** The enums of the claims. */
  readonly claimEnums: readonly ProtoEnum[];
  readonly claims: Declarations;
}

/**
 * Reads messages, enums of claims, claims and grants of releases.
 *
 * @throws Error naming the release that cannot be read
 */
export async function readReleases(releases: readonly ModuleRelease[]): Promise<Reading[]> {
  const claims = await readGrants(releases.map(({ folder }) => folder));
  return Promise.all(
    releases.map(async ({ release, folder, sum }, index) => {
      const { model, claimEnums } = await readProtos(folder).catch((error) => {
        throw new Error(`the .proto files of ${release} cannot be read: ${error.message}`, { cause: error });
      });
      return { release, sum, model, claimEnums, claims: claims[index] ?? {} };
    }),
  );
}

/** What the history keeps of a reading. */
export function releaseModel({ model: { messages, enums }, claimEnums, claims }: Reading): ReleaseModel {
  const all = [...enums, ...claimEnums];
  const perField = messages.flatMap(({ name, fields }) =>
    fields.map((field) => [`${name}.${field.jsonName}`, field] as const),
  );
  return {
    claims,
    messages: Object.fromEntries(messages.map(({ name }) => [name, ""])),
    members: Object.fromEntries(perField.map(([path, field]) => [path, typeOf(field)])),
    oneofs: Object.fromEntries(
      messages.flatMap(({ name, fields }) => oneofsOf(fields).map(([oneof, members]) => [`${name}.${oneof}`, members])),
    ),
    enums: Object.fromEntries(all.map(({ name }) => [name, ""])),
    values: Object.fromEntries(
      all.flatMap(({ name, values }) => values.map((value) => [`${name}.${value.name}`, String(value.number)])),
    ),
  };
}
