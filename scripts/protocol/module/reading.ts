import type { ReleaseModel } from "../../model/history/kinds.js";
import { oneofsOf, type ProtoEnum, type ProtoModel, typeOf } from "../proto-model.js";
import { heldByTokens } from "../roots.js";
import type { Declarations } from "../structs.js";
import { readGrants } from "./grants.js";
import { readProtos } from "./protos.js";
import type { ModuleRelease } from "./releases.js";

/** The parts of a module release that are read. */
export interface Reading {
  readonly release: string;
  /** The checksum of the module, as in go.sum. */
  readonly sum: string;
  /** The root messages and all types that they refer to. */
  readonly model: ProtoModel;
  /** The enums of the claims. */
  readonly claimEnums: readonly ProtoEnum[];
  readonly claims: Declarations;
}

/**
 * Reads the messages, enums of claims, claims and grants of releases.
 *
 * @throws Error with the release that cannot be read
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

/** Returns the part of a reading that the history stores: what a token may hold. */
export function releaseModel({ model, claimEnums, claims }: Reading): ReleaseModel {
  const { messages, enums } = heldByTokens(model);
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
