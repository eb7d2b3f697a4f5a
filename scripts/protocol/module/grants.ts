import { join } from "node:path";
import { run } from "../../process/run.js";
import { withoutRegistered } from "../our-claims.js";
import { type Declarations, declarationsOf, type Struct } from "../structs.js";
import { GO_FOLDER } from "./go-client.js";

/**
 * Reads the claims and grants of module releases in the structs of the package `auth`, with go/parser. Registered
 * claims are left out.
 *
 * @throws Error with the name whose declaration has moved or has an unknown form
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
  // A message of protobuf. Its members are read from the .proto files.
  RoomConfiguration: "object",
  "livekit.RoomConfiguration": "object",
};

function jsonType(type: string): string {
  const value = type.replace(/^\*/, "");
  return TYPES[value] ?? value;
}
