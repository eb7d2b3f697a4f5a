import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../../../process/cache-folder.js";
import { exists } from "../../../process/exists.js";
import { download, run } from "../../../process/run.js";
import { inTemporaryFolder } from "../../../process/temporary-folder.js";
import { declarationsOf } from "../../structs.js";
import type { Source } from "../source.js";

const CRATE = "livekit-api";
const READER = fileURLToPath(new URL("rust/Cargo.toml", import.meta.url));

/** Reads the structs, with syn. They are in the crate livekit-api up to 0.9, and in livekit-token after that. */
export const rust: Source = {
  id: "rust",
  title: `Rust, ${CRATE}`,
  published: (known) =>
    inTemporaryFolder(async (workspace) => {
      // Cargo lists no versions, but resolves the newest one below another.
      const releases: string[] = [];
      let next = await newest(workspace, "*");
      while (next !== undefined && !known.includes(next)) {
        releases.unshift(next);
        next = await newest(workspace, `<${next}`);
      }
      if (releases.length === 0 && next === undefined) throw new Error(`cargo finds no release of ${CRATE}`);
      return releases;
    }),
  async obtain(workspace, release) {
    await writeManifest(workspace, `=${release}`);
    const printed = await download("cargo", ["metadata", "--quiet", "--format-version", "1"], { cwd: workspace });
    const { packages } = JSON.parse(printed) as { packages: readonly CargoPackage[] };
    for (const { name, manifest_path } of packages) {
      const folder = join(dirname(manifest_path), "src");
      if (name.startsWith("livekit-") && (await exists(join(folder, "access_token.rs")))) return folder;
    }
    throw new Error(`no crate of ${CRATE} ${release} has a file access_token.rs`);
  },
  async read(folder) {
    const env = { ...process.env, CARGO_TARGET_DIR: join(cacheFolder(), "drift", "rust") };
    const args = ["--quiet", "--locked", "--manifest-path", READER];
    // The build may download and is retried; the program itself is not.
    await download("cargo", ["build", ...args], { env });
    const printed = await run("cargo", ["run", "--offline", ...args, "--", folder], { env });
    return declarationsOf(JSON.parse(printed), "Claims", jsonType);
  },
};

interface CargoPackage {
  readonly name: string;
  readonly manifest_path: string;
}

async function newest(workspace: string, requirement: string): Promise<string | undefined> {
  await writeManifest(workspace, requirement);
  const none = /failed to select a version/;
  try {
    await download("cargo", ["generate-lockfile", "--quiet"], { cwd: workspace }, none);
  } catch (error) {
    if (none.test((error as Error).message)) return undefined;
    throw error;
  }
  const lock = await readFile(join(workspace, "Cargo.lock"), "utf8");
  return new RegExp(`^name = "${CRATE}"\\nversion = "(.*)"$`, "m").exec(lock)?.[1];
}

async function writeManifest(workspace: string, requirement: string): Promise<void> {
  await mkdir(join(workspace, "src"), { recursive: true });
  await writeFile(join(workspace, "src", "lib.rs"), "");
  await writeFile(
    join(workspace, "Cargo.toml"),
    `[package]
name = "drift"
version = "0.0.0"
edition = "2021"

[dependencies]
${CRATE} = { version = "${requirement}", default-features = false, features = ["access-token"] }

[workspace]
`,
  );
}

const TYPES: Readonly<Record<string, string>> = {
  bool: "boolean",
  String: "string",
  usize: "integer",
  "Vec<String>": "string[]",
  "HashMap<String,String>": "object<string,string>",
  "livekit_protocol::RoomConfiguration": "object",
};

function jsonType(type: string): string {
  const value = /^Option<(.*)>$/.exec(type)?.[1] ?? type;
  return TYPES[value] ?? value;
}
