import { join } from "node:path";
import { withoutRegistered } from "../our-claims.js";
import { type Declarations, declarationsOf } from "../structs.js";
import { type GoPackage, readPackages } from "./packages.js";

/**
 * Reads the claims and grants of module releases in the structs of the package `auth`, with go/parser. Registered
 * claims are left out.
 *
 * @throws Error with the name whose declaration has moved or has an unknown form
 */
export async function readGrants(modules: readonly string[]): Promise<Declarations[]> {
  if (modules.length === 0) return [];
  const folders = modules.map((module) => join(module, "auth"));
  return (await readPackages(folders)).map(claimsOf);
}

function claimsOf({ structs, named }: GoPackage): Declarations {
  return withoutRegistered(declarationsOf(structs, "ClaimGrants", (type) => jsonType(type, named)));
}

const TYPES: Readonly<Record<string, string>> = {
  bool: "boolean",
  string: "string",
  "[]byte": "string",
  ...ofAll(["int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64"], "integer"),
  ...ofAll(["float32", "float64"], "number"),
  // A message of protobuf. Its members are read from the .proto files.
  RoomConfiguration: "object",
  "livekit.RoomConfiguration": "object",
};

/** Matches the types that {@link jsonType} returns. */
const JSON_TYPE = /^(?:object<string,)?(?:string|boolean|integer|number|object)>?(?:\[\])?$/;

/** Whether the type of a claim is one of JSON, and not a Go type that encoding/json may write in any form. */
export function isJsonType(type: string): boolean {
  return JSON_TYPE.test(type);
}

function jsonType(type: string, named: GoPackage["named"]): string {
  const value = type.replace(/^\*/, "");
  const known = TYPES[value] ?? TYPES[named[value] ?? ""];
  if (known !== undefined) return known;
  const [, many = "", element = ""] = /^(\[\]|map\[string\])(.+)$/.exec(value) ?? [];
  const inner = many === "" ? "" : jsonType(element, named);
  if (!isJsonType(inner)) return value;
  return many === "[]" ? `${inner}[]` : `object<string,${inner}>`;
}

function ofAll(types: readonly string[], type: string): Record<string, string> {
  return Object.fromEntries(types.map((each) => [each, type]));
}
