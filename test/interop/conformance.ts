import { readFile, writeFile } from "node:fs/promises";
import { VERIFY_LAYERS } from "../../scripts/vectors/layers.js";
import type { Measured, MeasuredVerifier } from "../../scripts/vectors/measured.js";
import type { VectorFile, VerifyVector } from "../../scripts/vectors/vector.js";
import { TokenVerifier } from "../../src/index.js";
import { misreadings, type Reading, readingOf, unknownMembers } from "./conformance-readings.js";
import type { VerifyAnswer } from "./peer.js";

const VECTORS = new URL("../../generated/vectors/", import.meta.url);

/** Returns all vectors for verifiers, in the order of the layers. */
export async function loadVectors(): Promise<VerifyVector[]> {
  const files = VERIFY_LAYERS.map(async (layer) => {
    const { tests }: VectorFile<VerifyVector> = JSON.parse(await readFile(new URL(`${layer}.json`, VECTORS), "utf8"));
    return tests;
  });
  return (await Promise.all(files)).flat();
}

/** Verifies a token with the vector's key and the real time. */
export type Verify = (vector: VerifyVector) => Promise<VerifyAnswer>;

/** Runs a verifier through the vectors. Returns the differences from the expected outcomes. */
export async function measure(
  { name, title }: { readonly name: string; readonly title: string },
  vectors: readonly VerifyVector[],
  verify: Verify,
): Promise<MeasuredVerifier> {
  const accepts: string[] = [];
  const refuses: string[] = [];
  const readings: Reading[] = [];
  for (const vector of vectors) {
    const answer = await verify(vector);
    if (answer.ok && vector.result === "invalid") accepts.push(vector.id);
    if (!answer.ok && vector.result === "valid") refuses.push(vector.id);
    readings.push(...readingOf(vector, answer));
  }
  const unknown = unknownMembers(readings);
  const reads = readings.map((reading) => [reading.vector.id, misreadings(reading, unknown)] as const);
  const misread = Object.fromEntries(reads.filter(([, pointers]) => pointers.length > 0));
  return { name, title, ran: vectors.length, accepts, refuses, reads: misread, unknown };
}

/** Verifies with this library, like the other verifiers. */
export const ours: Verify = async ({ key, secret, token }) => {
  try {
    return { ok: true, claims: { ...(await TokenVerifier.withApiKey(key, secret).verify(token)) } };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
};

const MEASURED = new URL("./measured.json", import.meta.url);

export async function readMeasured(): Promise<Measured> {
  return JSON.parse(await readFile(MEASURED, "utf8"));
}

export async function writeMeasured(measured: Measured): Promise<void> {
  await writeFile(MEASURED, `${JSON.stringify(measured, null, 2)}\n`);
}
