import {
  AccessToken,
  AccessTokenError,
  buildClaims,
  Claims,
  claimsSchema,
  hashBody,
  TokenVerifier,
  validateClaims,
} from "../../src/index.js";
import { lint } from "../../src/lint.js";
import { canPublish, participantPermission } from "../../src/permissions.js";
import { predict, target } from "../../src/targets.js";
import { clock, forge, KEY, payload, SECRET } from "../support/tokens.js";

/** Payloads with about as many values as the given size. */
const SHAPES: Readonly<Record<string, (size: number) => Record<string, unknown>>> = {
  "unknown members": (n) => payload(members(n, "x", 1)),
  "unknown grants": (n) => payload({ video: members(n, "canPublis", true) }),
  "members in other case": (n) => payload({ video: members(n, "CANPUBLISH", true) }),
  attributes: (n) => payload({ attributes: members(n, "k", "v") }),
  "attributes of another type": (n) => payload({ attributes: members(n, "k", 1) }),
  sources: (n) => payload({ video: { canPublishSources: Array(n).fill("CAMERA") } }),
  "sources of another type": (n) => payload({ video: { canPublishSources: Array(n).fill(1) } }),
  metadata: (n) => payload({ metadata: "m\u0000".repeat(n) }),
  agents: (n) => payload({ roomConfig: { agents: Array(n).fill({ agent_name: "a", nope: 1 }) } }),
  "stream urls": (n) =>
    payload({ roomConfig: { egress: { room: { stream_outputs: [{ urls: Array(n).fill("rtmp://h/key") }] } } } }),
  "unknown members of a message": (n) => payload({ roomConfig: members(n, "empty_timeou", 1) }),
  "a snake_case parent with siblings": (n) =>
    payload({
      roomConfig: { egress: { room: { ...members(n, "x", 1), stream_outputs: Array(n).fill({ urls: ["u"] }) } } },
    }),
  tags: (n) => payload({ roomConfig: { tags: members(n, "k", null) } }),
  "nested lists": (n) => payload({ x: JSON.parse("[".repeat(Math.min(n, 3000)) + "]".repeat(Math.min(n, 3000))) }),
};

/** Every public function that takes input of any size. An AccessTokenError counts as a result. */
const FUNCTIONS: Readonly<Record<string, (input: { claims: Record<string, unknown>; token: string }) => unknown>> = {
  verify: ({ token }) => TokenVerifier.withApiKey(KEY, SECRET, { clock }).verify(token),
  fromUnverified: ({ token }) => Claims.fromUnverified(token),
  "toJwt, withClaims": ({ claims: { iss: _, ...claims } }) =>
    AccessToken.withApiKey(KEY, SECRET)
      .withClaims(claims as never)
      .allowSensitiveCredentials()
      .toJwt({ clock }),
  "toJwt, compact": ({ claims: { iss: _, ...claims } }) =>
    AccessToken.withApiKey(KEY, SECRET)
      .withClaims(claims as never)
      .allowSensitiveCredentials()
      .toJwt({ clock, compact: true }),
  validateClaims: ({ claims }) => validateClaims(claims),
  "validateClaims, decode": ({ claims }) => validateClaims(claims, { profile: "decode" }),
  claimsSchema: ({ claims }) => claimsSchema["~standard"].validate(claims),
  buildClaims: ({ token }) => buildClaims(Claims.fromUnverified(token)),
  hashBody: ({ token }) => hashBody(token),
  lint: ({ token }) => lint(token, { clock, target: target("livekit-server@1.9.11") }),
  predict: ({ token }) => predict("livekit-server@1.9.11", Claims.fromUnverified(token)),
  permissions: ({ token }) => {
    const claims = Claims.fromUnverified(token);
    return [canPublish(claims, "camera"), participantPermission(claims)];
  },
};

const SIZES = [1_500, 6_000, 24_000] as const;
/**
 * The highest accepted factor between the times for inputs of n and 4n: a linear function has 4, a quadratic one 16.
 */
const STEEPEST = 8;
/** Times below this are noise. */
const QUICK_MS = 20;
/** When a call takes longer than this, no larger input is tried. */
const SLOW_MS = 1_000;
/** The number of rounds, of which the fastest counts. */
const ROUNDS = 4;

/**
 * Finds the functions whose time grows faster than their input, and describes them. The seed decides which function
 * comes first.
 */
export async function findGrowth(seed: number, deadline: number): Promise<{ tried: number; faults: string[] }> {
  const pairs = Object.entries(SHAPES).flatMap(([shape, payloadOf]) =>
    Object.entries(FUNCTIONS).map(([name, call]) => ({ words: `${name} of ${shape}`, payloadOf, call })),
  );
  const start = Math.abs(seed) % pairs.length;
  const faults: string[] = [];
  let tried = 0;
  for (const { words, payloadOf, call } of [...pairs.slice(start), ...pairs.slice(0, start)]) {
    if (Date.now() > deadline) break;
    tried++;
    // A fault must show three times in a row, which noise does not.
    const isFault =
      (await isSteep(payloadOf, call)) && (await isSteep(payloadOf, call)) && (await isSteep(payloadOf, call));
    if (isFault) faults.push(words);
  }
  return { tried, faults };
}

type Call = (typeof FUNCTIONS)[string];

/** Checks the growth at two steps. Garbage collection can make a single step steep. */
async function isSteep(payloadOf: (size: number) => Record<string, unknown>, call: Call): Promise<boolean> {
  let before: number | undefined;
  for (const size of SIZES) {
    const ms = await fastest(payloadOf(size), call);
    if (before !== undefined && !(ms > QUICK_MS && ms / before > STEEPEST)) return false;
    // Too slow to measure the next step.
    if (before !== undefined && ms > SLOW_MS) return true;
    before = ms;
  }
  return true;
}

async function fastest(claims: Record<string, unknown>, call: Call): Promise<number> {
  const token = forge(JSON.stringify(claims));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && (round === 0 || best < SLOW_MS); round++) {
    best = Math.min(best, await timed(() => call({ claims, token })));
  }
  return best;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AccessTokenError)) throw error;
  }
  return performance.now() - start;
}

function members(count: number, name: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, value]));
}
