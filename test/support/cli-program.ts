import { type SpawnOptions, spawn } from "node:child_process";
import { chmod, cp, mkdir, symlink } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { build } from "esbuild";
import { ROOT, temporaryFolder } from "./copies.js";
import { KEYS } from "./run-cli.js";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program as it is installed, made of the sources. */
export interface Program {
  /** An empty folder, in which commands are run. */
  readonly folder: string;
  /** Runs a line of `sh`, with the program on the path, and gives it something to read. */
  sh(line: string, options?: { input?: string; env?: NodeJS.ProcessEnv }): Promise<Ended>;
}

/** Puts a package together: one file, as the build makes it, what it reads, and the link that npm makes. */
export async function installProgram(): Promise<Program> {
  const [installed, folder] = await Promise.all([temporaryFolder(), temporaryFolder()]);
  const main = join(installed, "dist", "cli.js");
  await build({
    entryPoints: [join(ROOT, "src", "cli.ts")],
    outfile: main,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["livekit-claims-source"],
  });
  await chmod(main, 0o755);
  await cp(join(ROOT, "package.json"), join(installed, "package.json"));
  await cp(join(ROOT, "generated", "bundles"), join(installed, "generated", "bundles"), { recursive: true });
  const bin = join(installed, "bin");
  await mkdir(bin);
  await symlink(main, join(bin, "livekit-claims"));
  return {
    folder,
    sh: (line, { input = "", env = {} } = {}) =>
      run("sh", ["-c", line], input, {
        cwd: folder,
        env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...KEYS, ...env },
      }),
  };
}

async function run(program: string, args: readonly string[], input: string, options: SpawnOptions): Promise<Ended> {
  const child = spawn(program, [...args], { ...options, stdio: "pipe" });
  const read = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (data: string) => {
      read[name] += data;
    });
  }
  // Who does not read its input may have ended.
  child.stdin?.on("error", () => {}).end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, ...read };
}
