import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { download, run } from "../../../process/run.js";
import type { Source } from "../source.js";
import { declarationsOf } from "../structs.js";

const MODULE = "github.com/livekit/protocol";
const READER = fileURLToPath(new URL("go/", import.meta.url));

/** The structs of its package auth, which the server reads tokens with, by go/parser. */
export const goAuth: Source = {
  id: "go",
  title: `Go, ${MODULE}`,
  part: "claims",
  isProtocol: true,
  published: newestModule,
  obtain: obtainModule,
  async read(folder) {
    const structs = JSON.parse(await run("go", ["run", "main.go", join(folder, "auth")], { cwd: READER }));
    return declarationsOf(structs, "ClaimGrants", jsonType);
  },
};

export async function newestModule(): Promise<string[]> {
  const printed = await download("go", ["list", "-m", "-json", `${MODULE}@latest`], { cwd: READER });
  return [(JSON.parse(printed) as { Version: string }).Version.replace(/^v/, "")];
}

/** The module as Go keeps it. */
export async function obtainModule(workspace: string, release: string): Promise<string> {
  const printed = await download("go", ["mod", "download", "-json", `${MODULE}@v${release}`], { cwd: workspace });
  return (JSON.parse(printed) as { Dir: string }).Dir;
}

const TYPES: Readonly<Record<string, string>> = {
  bool: "boolean",
  string: "string",
  "[]string": "string[]",
  "map[string]string": "object<string,string>",
  RoomConfiguration: "object",
};

function jsonType(type: string): string {
  const value = type.replace(/^\*/, "");
  return TYPES[value] ?? value;
}
