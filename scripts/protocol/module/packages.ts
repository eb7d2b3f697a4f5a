import { run } from "../../process/run.js";
import type { Struct } from "../structs.js";
import { GO_FOLDER } from "./go-client.js";

/** The declarations of a Go package that are read. */
export interface GoPackage {
  readonly structs: readonly Struct[];
  /** The string constants and variables by name, in alphabetical order. */
  readonly constants: Readonly<Record<string, string>>;
  /** The types that name another one, such as "Kind" for "string". */
  readonly named: Readonly<Record<string, string>>;
}

/** Reads the Go packages in folders by go/parser. */
export async function readPackages(folders: readonly string[]): Promise<GoPackage[]> {
  const lines = (await run("go", ["run", "main.go", ...folders], { cwd: GO_FOLDER })).trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}
