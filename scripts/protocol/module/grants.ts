import { join } from "node:path";
import { run } from "../../process/run.js";
import { withoutRegistered } from "../our-claims.js";
import { type Declarations, declarationsOf, type Struct } from "../structs.js";
import { GO_FOLDER } from "./go-client.js";

/**
 * Reads the claims and grants of releases of the module off the structs of its package `auth`, by go/parser. The claims
 * that every JWT may hold are not among them.
 *
 * @throws Error naming what is no longer declared as it was
 */
export async function readGrants(modules: readonly string[]): Promise<Declarations[]> {
  if (modules.length === 0) return [];
  const folders = modules.map((module) => join(module, "auth"));
  const lines = (await run("go", ["run", "main.go", ...folders], { cwd: GO_FOLDER })).trim().split("\n");
  return lines.map((line) => claimsOf(JSON.parse(line)));
}

function claimsOf(structs: readonly Struct[]): Declarations {
  return withoutRegistered(declarationsOf(structs, "ClaimGrants", jsonType));
}

const TYPES: Readonly<Record<string, string>> = {
  bool: "boolean",
  string: "string",
  "[]string": "string[]",
  "map[string]string": "object<string,string>",
  // A message of protobuf, whose members are read off the .proto files.
  RoomConfiguration: "object",
  "livekit.RoomConfiguration": "object",
};

function jsonType(type: string): string {
  const value = type.replace(/^\*/, "");
  return TYPES[value] ?? value;
}
