import { afterAll, describe, expect, it } from "vitest";
import { seedFindings } from "../../scripts/vectors/conformance/seed.js";
import { SEED_NOTES } from "../../scripts/vectors/conformance/seed-notes.js";
import { columnsOf } from "../../scripts/vectors/conformance/tables.js";
import { fingerprint, isRunnable, type Measured, type MeasuredVerifier } from "../../scripts/vectors/measured.js";
import { loadVectors, measure, ours, readMeasured, writeMeasured } from "./conformance.js";
import { loadPeers } from "./peer.js";
import { describePeers } from "./peer-suite.js";

/** Records the results with `UPDATE=1 npm run test:interop`. Otherwise they must be equal to the recorded ones. */
const UPDATE = process.env.UPDATE === "1";

const all = await loadVectors();
const vectors = all.filter(isRunnable);
const peers = await loadPeers();
const measurable = peers.filter(({ verifies }) => verifies === true).map(({ name }) => name);
const OURS = { name: "livekit-claims", title: "livekit-claims" };

const base: Omit<Measured, "verifiers"> = {
  vectors: fingerprint(vectors),
  leftOut: all.length - vectors.length,
  webhooksOnly: peers.filter(({ verifies }) => verifies === "webhook").map(({ title }) => title),
};
const before = await readMeasured().catch((error) => {
  if (UPDATE) return { ...base, verifiers: [] };
  throw error;
});
const found = new Map<string, MeasuredVerifier>();

function settle(verdicts: MeasuredVerifier): void {
  found.set(verdicts.name, verdicts);
  if (!UPDATE) expect(verdicts).toEqual(before.verifiers.find(({ name }) => name === verdicts.name));
}

describe("conformance", () => {
  it("of livekit-claims with every vector", async () => {
    const verdicts = await measure(OURS, vectors, ours);
    expect(verdicts).toMatchObject({ accepts: [], refuses: [], reads: {}, unknown: [] });
    settle(verdicts);
  });

  it.skipIf(UPDATE)("was measured with the current vectors and peers", () => {
    const { verifiers, ...rest } = before;
    expect(rest).toEqual(base);
    expect(verifiers.map(({ name }) => name)).toEqual([OURS.name, ...measurable]);
  });

  it.skipIf(UPDATE)("has a note for each rule in which the Rust SDK differs, and no other", () => {
    const rows = seedFindings(columnsOf(before.verifiers, vectors)).map(([row]) => row);
    expect(Object.keys(SEED_NOTES).sort()).toEqual(rows.sort());
  });
});

describePeers(
  "conformance",
  (peer) => {
    it("is as recorded", async () => {
      settle(await measure(peer().spec, vectors, ({ key, secret, token }) => peer().verify({ key, secret, token })));
    });
  },
  (name) => measurable.includes(name),
);

afterAll(async () => {
  if (!UPDATE) return;
  // A peer whose toolchain is missing here keeps its recorded results.
  const known = new Map([...before.verifiers.map((verdicts) => [verdicts.name, verdicts] as const), ...found]);
  const verifiers = [OURS.name, ...measurable].flatMap((name) => known.get(name) ?? []);
  await writeMeasured({ ...base, verifiers });
});
