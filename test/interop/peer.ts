import { buildPeer } from "./peer-build.js";
import { commandOf, type PeerSpec } from "./peer-spec.js";
import { startProgram } from "./program.js";

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
  /** The body that the token vouches for, which peers that verify webhooks require. */
  readonly body?: string;
}

export interface AskRequest {
  readonly claims: Readonly<Record<string, unknown>>;
  /** The name of the equivalent function of livekit-claims/permissions, and its arguments after the claims. */
  readonly question: { readonly name: string; readonly args: readonly string[] };
}

export interface Failure {
  readonly ok: false;
  /** The error of the peer. */
  readonly error: string;
}

/** `skipped` has pointers to the claims that the SDK cannot express. */
export type MintAnswer = { readonly ok: true; readonly token: string; readonly skipped?: readonly string[] } | Failure;

/** `claims` are the claims that the SDK returns. A verifier of webhooks returns none. */
export type VerifyAnswer = { readonly ok: true; readonly claims?: Readonly<Record<string, unknown>> } | Failure;

/** `answer` is the result of the SDK's own method: a boolean, or the JSON of a protobuf message. */
export type AskAnswer = { readonly ok: true; readonly answer: unknown } | Failure;

/** Another SDK in a child process, which ends with this process. */
export interface Peer {
  readonly spec: PeerSpec;
  mint(request: MintRequest): Promise<MintAnswer>;
  verify(request: VerifyRequest): Promise<VerifyAnswer>;
  /** Asks the SDK for a permission of the claims. Only the Go SDK has such methods; others fail. */
  ask(request: AskRequest): Promise<AskAnswer>;
  stop(): Promise<void>;
}

/**
 * Starts a peer, and builds it first when needed.
 *
 * @throws MissingToolchain when a required program is not installed
 */
export async function startPeer(spec: PeerSpec): Promise<Peer> {
  const folder = await buildPeer(spec);
  // The SDKs read keys from the environment when the given ones are empty.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("LIVEKIT_")));
  const { ask, stop } = startProgram(spec.title, commandOf(spec, spec.run, folder), { cwd: folder, env });
  return {
    spec,
    mint: (request) => ask({ op: "mint", ...request }) as Promise<MintAnswer>,
    verify: (request) => ask({ op: "verify", ...request }) as Promise<VerifyAnswer>,
    ask: (request) => ask({ op: "ask", ...request }) as Promise<AskAnswer>,
    stop,
  };
}
