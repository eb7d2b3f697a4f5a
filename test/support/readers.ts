import { AccessTokenError, type AccessTokenErrorCode, Claims, type Issue, TokenVerifier } from "../../src/index.js";
import { clock, KEY, SECRET } from "./tokens.js";

/** The result of one way to read a token. */
export type Verdict = AccessTokenErrorCode | "accepted";

interface Reading {
  readonly verdict: Verdict;
  readonly claims?: Claims;
  readonly issues?: readonly Issue[];
  readonly message?: string;
}

const oneKey = TokenVerifier.withApiKey(KEY, SECRET, { clock });
const manyKeys = TokenVerifier.withKeys({ another: "another secret", [KEY]: SECRET }, { clock });

/** The ways to read a token: verify with one key, verify with several keys, and fromUnverified. */
const readers = {
  oneKey: (token: string) => oneKey.verify(token),
  manyKeys: (token: string) => manyKeys.verify(token),
  unverified: async (token: string) => Claims.fromUnverified(token),
};

async function read(reader: keyof typeof readers, token: unknown): Promise<Reading> {
  try {
    return { verdict: "accepted", claims: await readers[reader](token as string) };
  } catch (error) {
    if (!(error instanceof AccessTokenError)) throw error;
    return { verdict: error.code, issues: error.issues, message: error.message };
  }
}

async function readAll(token: unknown): Promise<Record<keyof typeof readers, Reading>> {
  return {
    oneKey: await read("oneKey", token),
    manyKeys: await read("manyKeys", token),
    unverified: await read("unverified", token),
  };
}

export async function verdicts(token: unknown): Promise<Record<keyof typeof readers, Verdict>> {
  const { oneKey, manyKeys, unverified } = await readAll(token);
  return { oneKey: oneKey.verdict, manyKeys: manyKeys.verdict, unverified: unverified.verdict };
}

/** Expects the same verdict of all readers, or a different one of fromUnverified. */
export const all = (verify: Verdict, unverified: Verdict = verify) => ({
  oneKey: verify,
  manyKeys: verify,
  unverified,
});

export async function messages(token: unknown): Promise<(string | undefined)[]> {
  return Object.values(await readAll(token)).map(({ message }) => message);
}

/** Returns the claims that every reader returns. Throws when one rejects the token or returns other claims. */
export async function claimsOf(token: string): Promise<Claims> {
  const { oneKey, manyKeys, unverified } = await readAll(token);
  if (!oneKey.claims) throw new Error(oneKey.message);
  same(manyKeys.claims, oneKey.claims);
  same(unverified.claims, oneKey.claims);
  return oneKey.claims;
}

/** Returns the faults that verify reports, in the form of {@link faultsOf}. fromUnverified may report fewer. */
export async function faultsOfVerify(token: string): Promise<string[]> {
  const { oneKey, manyKeys } = await readAll(token);
  same(faults(manyKeys), faults(oneKey));
  return faults(oneKey);
}

/** Returns the places and keywords of the faults that every reader reports, such as "/video/room type". */
export async function faultsOf(token: string): Promise<string[]> {
  const { oneKey, manyKeys, unverified } = await readAll(token);
  same(faults(manyKeys), faults(oneKey));
  same(faults(unverified), faults(oneKey));
  return faults(oneKey);
}

function faults({ verdict, issues = [] }: Reading): string[] {
  if (verdict !== "INVALID_CLAIMS") throw new Error(`expected INVALID_CLAIMS, got ${verdict}`);
  return issues.map(({ pointer, keyword }) => `${pointer} ${keyword}`);
}

function same(actual: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`the readers differ: ${one} and ${other}`);
}
