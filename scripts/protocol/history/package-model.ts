import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { modelOf, type ProtocolModule, type ReleaseModel } from "./release-model.js";

/**
 * Unpacks the tarballs of @livekit/protocol, loads each and reads its model.
 *
 * @throws Error naming the release that cannot be read
 */
export async function modelsOfTarballs(
  tarballs: readonly { readonly release: string; readonly file: string }[],
): Promise<ReleaseModel[]> {
  const workspace = await mkdtemp(join(tmpdir(), "livekit-claims-history-"));
  try {
    // All releases run on the library that the installed one runs on.
    await mkdir(join(workspace, "node_modules", "@bufbuild"), { recursive: true });
    await symlink(protobufFolder(), join(workspace, "node_modules", "@bufbuild", "protobuf"), "junction");
    const models: ReleaseModel[] = [];
    for (const { release, file } of tarballs) {
      try {
        const folder = join(workspace, release);
        await mkdir(folder);
        await promisify(execFile)("tar", ["-xzf", file, "-C", folder]);
        models.push(modelOf(await loadPackage(join(folder, "package"))));
      } catch (error) {
        throw new Error(`@livekit/protocol ${release}: ${(error as Error).message}`);
      }
    }
    return models;
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly main?: string;
  readonly exports?: { readonly "."?: Target };
}
type Target = string | { readonly import?: Target; readonly default?: Target };

async function loadPackage(folder: string): Promise<ProtocolModule> {
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
