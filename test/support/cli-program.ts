import { chmod, cp, mkdir, symlink } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { build } from "esbuild";
import { type Ended, execute } from "../../scripts/process/execute.js";
import { ROOT, temporaryFolder } from "./copies.js";
import { KEYS } from "./run-cli.js";

/** The command line program, installed from the sources. */
export interface Program {
  /** An empty folder, in which commands run. */
  readonly folder: string;
  /** Runs a line of `sh` with the program on the path, and with standard input. */
  sh(line: string, options?: { input?: string; env?: NodeJS.ProcessEnv }): Promise<Ended>;
}

/** Builds a package: the bundled program, the files that it reads, and the link that npm makes. */
export async function installProgram(): Promise<Program> {
  const [installed, folder] = await Promise.all([temporaryFolder(), temporaryFolder()]);
  const main = join(installed, "dist", "cli.mjs");
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
      execute("sh", ["-c", line], {
        input,
        cwd: folder,
        env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...KEYS, ...env },
      }),
  };
}
