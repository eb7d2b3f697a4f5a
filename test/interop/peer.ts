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

/**
 * Starts a peer, which is built first if need be.
 *
 * @throws MissingToolchain when what it needs is not installed
 */
export async function startPeer(spec: PeerSpec): Promise<Peer> {
  const folder = await buildPeer(spec);
  // The SDKs read keys from the environment when they are given empty ones.
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
