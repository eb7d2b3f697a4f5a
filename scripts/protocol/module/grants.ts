import { join } from "node:path";
import { withoutRegistered } from "../our-claims.js";
import { type Declarations, declarationsOf, type Struct } from "../structs.js";
import { readPackages } from "./packages.js";

/**
 * Reads the claims and grants of module releases in the structs of the package `auth`, with go/parser. Registered
 * claims are left out.
 *
 * @throws Error with the name whose declaration has moved or has an unknown form
 */
export async function readGrants(modules: readonly string[]): Promise<Declarations[]> {
  if (modules.length === 0) return [];
  const folders = modules.map((module) => join(module, "auth"));
  return (await readPackages(folders)).map(({ structs }) => claimsOf(structs));
}

function claimsOf(structs: readonly Struct[]): Declarations {
  return withoutRegistered(declarationsOf(structs, "ClaimGrants", jsonType));
}

const TYPES: Readonly<Record<string, string>> = {
  bool: "boolean",
  string: "string",
  "[]string": "string[]",
  "map[string]string": "object<string,string>",
  // A message of protobuf. Its members are read from the .proto files.
  RoomConfiguration: "object",
  "livekit.RoomConfiguration": "object",
};

function jsonType(type: string): string {
  const value = type.replace(/^\*/, "");
  return TYPES[value] ?? value;
}
