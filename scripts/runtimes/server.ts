import { spawn } from "node:child_process";
import { once } from "node:events";
import { tethered } from "../process/tether.js";

export interface ServerOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The milliseconds within which the server must print its URL. */
  readonly timeout?: number;
}

/** Starts a server, waits until it prints its URL, calls `use` with the URL, and stops the server. */
export async function withServer<T>(
  command: readonly string[],
  { cwd, env, timeout = 5 * 60_000 }: ServerOptions,
  use: (url: string, output: () => string) => Promise<T>,
): Promise<T> {
  const [program, ...args] = tethered(command);
  // A group of its own, which ends with this process: servers start further processes.
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ["pipe", "pipe", "pipe"] });
  let printed = "";
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const fail = (why: string) => {
        clearTimeout(timer);
        reject(new Error(`${command.join(" ")} ${why}:\n${printed}`));
      };
      const timer = setTimeout(() => fail(`printed no URL within ${timeout} ms`), timeout);
      child.on("error", ({ message }) => fail(message));
      child.on("exit", (status) => fail(`ended with ${status}`));
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text) => {
          printed += text;
          const [found] = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(printed) ?? [];
          if (!found || !/ready/i.test(printed)) return;
          clearTimeout(timer);
          resolve(found);
        });
      }
    });
    return await use(url, () => printed);
  } finally {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const ended = once(child, "exit");
      child.stdin.destroy();
      await ended;
    }
  }
}
