import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { linesOf } from "./lines.js";
import { buildPeer } from "./peer-build.js";
import { commandOf, type PeerSpec } from "./peer-spec.js";

export { loadPeers, type PeerSpec } from "./peer-spec.js";
export { MissingToolchain } from "./toolchain.js";

export interface MintRequest {
  readonly key: string;
  readonly secret: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface VerifyRequest {
  readonly key: string;
  readonly secret: string;
  readonly token: string;
  /** The body that the token vouches for; what a peer that verifies webhooks needs. */
  readonly body?: string;
}

export interface AskRequest {
  readonly claims: Readonly<Record<string, unknown>>;
  /** The function of livekit-claims/permissions that answers the same, and its arguments after the claims. */
  readonly question: { readonly name: string; readonly args: readonly string[] };
}

export interface Failure {
  readonly ok: false;
  /** In the peer's own words. */
  readonly error: string;
}

/** `skipped` points to the claims that the SDK cannot express. */
export type MintAnswer = { readonly ok: true; readonly token: string; readonly skipped?: readonly string[] } | Failure;

/** `claims` is what the SDK made of the token; a verifier of webhooks gives none. */
export type VerifyAnswer = { readonly ok: true; readonly claims?: Readonly<Record<string, unknown>> } | Failure;

/** `answer` is what the SDK's own method says: a boolean, or the JSON of a protobuf message. */
export type AskAnswer = { readonly ok: true; readonly answer: unknown } | Failure;

/** Another SDK, in a process of its own that ends with this one. */
export interface Peer {
  readonly spec: PeerSpec;
  mint(request: MintRequest): Promise<MintAnswer>;
  verify(request: VerifyRequest): Promise<VerifyAnswer>;
  /** What the SDK says the claims permit. Only Go's has methods that say; the others fail. */
  ask(request: AskRequest): Promise<AskAnswer>;
  stop(): Promise<void>;
}

/** How long a peer may take to end once its input has: nobody's work is lost when it is ended. */
const PATIENCE_MS = 5_000;

/**
 * Starts a peer, which is built first if need be.
 *
 * @throws MissingToolchain when what it needs is not installed
 */
export async function startPeer(spec: PeerSpec): Promise<Peer> {
  const folder = await buildPeer(spec);
  const [program = "", ...args] = commandOf(spec, spec.run, folder);
  // The SDKs read keys from the environment when they are given empty ones.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("LIVEKIT_")));
  // It reads our end of the pipe: when this process is gone, so is the pipe, and then the peer.
  const child = spawn(program, args, { cwd: folder, env, stdio: ["pipe", "pipe", "pipe"] });
  const ask = conversation(spec, child);
  return {
    spec,
    mint: (request) => ask({ op: "mint", ...request }) as Promise<MintAnswer>,
    verify: (request) => ask({ op: "verify", ...request }) as Promise<VerifyAnswer>,
    ask: (request) => ask({ op: "ask", ...request }) as Promise<AskAnswer>,
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

/** Asks by a line of JSON; the answers come in the order of the questions. */
function conversation(spec: PeerSpec, child: Child): (question: unknown) => Promise<unknown> {
  const waiting: { resolve: (answer: unknown) => void; reject: (error: Error) => void }[] = [];
  let ended: Error | undefined;
  let complaints = "";

  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints = (complaints + text).slice(-4_000);
  });
  const end = (why: string): void => {
    ended ??= new Error(`${spec.title} ${why}\n${complaints}`);
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
