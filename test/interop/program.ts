import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { linesOf } from "./lines.js";

/** A program in a process of its own, which ends with this one. */
export interface Program {
  /** Asks by a line of JSON; the answers come in the order of the questions. */
  ask(question: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** How long a program may take to end once its input has: nobody's work is lost when it is ended. */
const PATIENCE_MS = 5_000;

/**
 * Starts a program that answers lines of JSON with lines of JSON.
 *
 * @param title what errors call it
 * @param command its path, or name, and its arguments
 */
export function startProgram(
  title: string,
  [name = "", ...args]: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Program {
  // It reads our end of the pipe: when this process is gone, so is the pipe, and then the program.
  const child = spawn(name, args, { ...options, stdio: ["pipe", "pipe", "pipe"] });
  return {
    ask: conversation(title, child),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.stdin.end();
      const impatience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      await ended;
      clearTimeout(impatience);
    },
  };
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

function conversation(title: string, child: Child): Program["ask"] {
  const waiting: { resolve: (answer: unknown) => void; reject: (error: Error) => void }[] = [];
  let ended: Error | undefined;
  let complaints = "";

  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints = (complaints + text).slice(-4_000);
  });
  const end = (why: string): void => {
    ended ??= new Error(`${title} ${why}\n${complaints}`);
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  child.on("error", (error) => end(`does not start: ${error.message}`));
  child.on("close", (code, signal) => end(`has ended with ${signal ?? code}`));
  child.stdin.on("error", () => {}); // It has ended, which is told above.

  const listen = async (): Promise<void> => {
    for await (const line of linesOf(child.stdout)) {
      const asked = waiting.shift();
      if (!asked) throw new Error(`answers without being asked: ${line}`);
      asked.resolve(JSON.parse(line));
    }
  };
  listen().catch((error: Error) => {
    end(error.message);
    child.kill();
  });

  return (question) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      waiting.push({ resolve, reject });
      child.stdin.write(`${JSON.stringify(question)}\n`);
    });
}
