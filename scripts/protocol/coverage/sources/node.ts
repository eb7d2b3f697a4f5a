import { join } from "node:path";
import { type InterfaceDeclaration, Project } from "ts-morph";
import { declarationsOf, type Struct } from "../../structs.js";
import { npmReleasesOf, obtainFromNpm } from "../npm-package.js";
import type { Source } from "../source.js";

const PACKAGE = "livekit-server-sdk";

/** Reads the interfaces in the declaration files, with ts-morph. */
export const node: Source = {
  id: "node",
  title: `Node, ${PACKAGE}`,
  published: () => npmReleasesOf(PACKAGE),
  obtain: (workspace, release) => obtainFromNpm(PACKAGE, workspace, release),
  async read(folder) {
    const project = new Project({ skipLoadingLibFiles: true, skipFileDependencyResolution: true });
    const files = project.addSourceFilesAtPaths(join(folder, "dist", "**", "*.d.ts"));
    return declarationsOf(files.flatMap((file) => file.getInterfaces()).map(structOf), "ClaimGrants", jsonType, [
      "JWTPayload",
    ]);
  },
};

function structOf(declaration: InterfaceDeclaration): Struct {
  const bases = declaration.getExtends().map((base) => ({ name: "", type: base.getText() }));
  const members = declaration.getProperties().map((property) => ({
    name: property.getName().replace(/^["'](.*)["']$/, "$1"),
    type: property.getTypeNode()?.getText() ?? "",
  }));
  return { name: declaration.getName(), members: [...bases, ...members] };
}

const TYPES: Readonly<Record<string, string>> = {
  boolean: "boolean",
  string: "string",
  // An enum of protobuf, written by name.
  "TrackSource[]": "string[]",
  "string[]": "string[]",
  "Record<string, string>": "object<string,string>",
  RoomConfiguration: "object",
};

function jsonType(type: string): string {
  const value = type.replace(/ \| undefined$/, "");
  return TYPES[value] ?? value;
}
