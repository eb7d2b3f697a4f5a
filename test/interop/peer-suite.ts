import { afterAll, beforeAll, describe } from "vitest";
import { loadPeers, type Peer, type PeerSpec, startPeer } from "./peer.js";
import { MissingToolchain, toolchainVersions } from "./toolchain.js";

const peers = await loadPeers();
const missing = new Set<PeerSpec>();
for (const spec of peers) {
  try {
    await toolchainVersions(spec.needs);
  } catch (error) {
    if (!(error instanceof MissingToolchain) || process.env.CI) throw error;
    console.warn(`SKIPPED, nothing is known about ${spec.title}: ${error.message}`);
    missing.add(spec);
  }
}

/** Defines a suite that runs with each peer. The peer is running during the tests. */
export function describePeers(
  title: string,
  suite: (peer: () => Peer, spec: PeerSpec) => void,
  names: (name: string) => boolean = () => true,
): void {
  for (const spec of peers.filter(({ name }) => names(name))) {
    describe.skipIf(missing.has(spec))(`${title}: ${spec.title}`, () => {
      let peer: Peer | undefined;
      beforeAll(async () => {
        peer = await startPeer(spec);
      });
      afterAll(() => peer?.stop());
      suite(() => {
        if (!peer) throw new Error(`the peer in ${spec.title} is not running`);
        return peer;
      }, spec);
    });
  }
}
