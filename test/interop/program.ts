import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { linesOf } from "./lines.js";

/** A program in a child process, which ends with this process. */
export interface Program {
  /** Sends a line of JSON. Answers come in the order of the questions. */
  ask(question: unknown): Promise<unknown>;
  /** Sends a line as it is, for JSON that JSON.stringify does not write so. */
  askText(line: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** The time that a program may take to end after its input. It is then killed, which loses no work. */
const GRACE_MS = 5_000;

/**
 * Starts a program that answers each line of JSON with a line of JSON.
 *
 * @param title its name in errors
 * @param command its path or name, and its arguments
 */
export function startProgram(
  title: string,
  [name = "", ...args]: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Program {
  // The program reads our end of the pipe, so it ends when this process is gone.
  const child = spawn(name, args, { ...options, stdio: ["pipe", "pipe", "pipe"] });
  const askText = conversation(title, child);
  return {
    ask: (question) => askText(JSON.stringify(question)),
    askText,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.stdin.end();
      const killTimer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
      await ended;
      clearTimeout(killTimer);
    },
  };
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

function conversation(title: string, child: Child): Program["askText"] {
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
  child.stdin.on("error", () => {}); // The end of the program is handled above.

  const listen = async (): Promise<void> => {
    for await (const line of linesOf(child.stdout)) {
      const asked = waiting.shift();
      if (!asked) throw new Error(`unexpected answer: ${line}`);
      asked.resolve(JSON.parse(line));
    }
  };
  listen().catch((error: Error) => {
    end(error.message);
    child.kill();
  });

  return (line) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      waiting.push({ resolve, reject });
      child.stdin.write(`${line}\n`);
    });
}
