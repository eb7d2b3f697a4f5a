import { mkdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProtocolModule } from "./history/release-model.js";

/** Lets the releases of @livekit/protocol unpacked below a folder run on the library that the installed one runs on. */
export async function linkProtobuf(workspace: string): Promise<void> {
  await mkdir(join(workspace, "node_modules", "@bufbuild"), { recursive: true });
  await symlink(protobufFolder(), join(workspace, "node_modules", "@bufbuild", "protobuf"), "junction");
}

interface Manifest {
  readonly main?: string;
  readonly exports?: { readonly "."?: Target };
}
type Target = string | { readonly import?: Target; readonly default?: Target };

/** Imports a package that was unpacked into a folder. */
export async function loadPackage(folder: string): Promise<ProtocolModule> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const entry = fileOf(manifest.exports?.["."]) ?? manifest.main ?? "index.js";
  return import(/* @vite-ignore */ pathToFileURL(join(folder, entry)).href);
}

function fileOf(target: Target | undefined): string | undefined {
  return typeof target === "object" ? (fileOf(target.import) ?? fileOf(target.default)) : target;
}

function protobufFolder(): string {
  const protocol = createRequire(createRequire(import.meta.url).resolve("@livekit/protocol"));
  const name = ["@bufbuild", "protobuf", ""].join(sep);
  const entry = protocol.resolve("@bufbuild/protobuf");
  return entry.slice(0, entry.lastIndexOf(name) + name.length - 1);
}
