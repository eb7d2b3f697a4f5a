import type { Json } from "./is-object.js";
import { contradictions } from "./lint/contradictions.js";
import { arrange, createFinding, type Finding } from "./lint/finding.js";
import { byteLength, type Limits, limitFindings } from "./lint/limits.js";
import { readPayload } from "./lint/read-payload.js";
import { roomConfigFindings } from "./lint/room-config-findings.js";
import { schemaFindings } from "./lint/schema-findings.js";
import { spelledPath } from "./lint/spelled-path.js";
import { subjectOf } from "./lint/subject.js";
import { targetFindings } from "./lint/target-findings.js";
import { timeFindings } from "./lint/times.js";
import { unknownMembers } from "./lint/unknown-members.js";
import type { Target } from "./target.js";

export type { Finding } from "./lint/finding.js";
export { FINDINGS, type FindingCode, type FindingKind, type Severity } from "./lint/findings.js";
export { DEFAULT_LIMITS, type Limits } from "./lint/limits.js";

export interface LintOptions {
  /** The server that the token is for; from "livekit-claims/targets". */
  readonly target?: Target;
  /** What the server takes, where it is configured otherwise than {@link DEFAULT_LIMITS}. */
  readonly limits?: Partial<Limits>;
  /** The secret that signs, only to see whether it is long enough: no signature is looked at, which takes `verify`. */
  readonly secret?: string;
  /** The time in milliseconds since 1970, as Date.now, which is the default. */
  readonly clock?: () => number;
}

/** Bytes of the digest of SHA-256, which a key of HMAC should not be shorter than (RFC 7518, section 3.2). */
const SHORTEST_SECRET = 32;

/**
 * What is wrong, or likely not meant, with a token: what verifiers refuse, what servers silently read otherwise, and what
 * should not be in a token. It looks at the payload as it stands, before anything is renamed, dropped or filled in, and not
 * at the signature. Errors come first; of one code at most twenty are told, and how many more there are.
 *
 * Nothing is thrown, whatever the token is. What `target` and `clock` throw is passed on.
 *
 * @param tokenOrClaims a token, or claims as they would stand in one, so `exp` and `iss` too
 */
export function lint(
  tokenOrClaims: unknown,
  { target, limits = {}, secret, clock = Date.now }: LintOptions = {},
): readonly Finding[] {
  const { payload, findings: form } = readPayload(tokenOrClaims);
  const now = clock() / 1000;
  return arrange([
    ...form,
    ...(payload === undefined ? [] : payloadFindings(payload, { target, limits, now })),
    ...(secret !== undefined && byteLength(secret) < SHORTEST_SECRET
      ? [createFinding("short-secret", [], `the secret is shorter than ${SHORTEST_SECRET} bytes`)]
      : []),
  ]);
}

interface Conditions {
  readonly target: Target | undefined;
  readonly limits: Partial<Limits>;
  /** In seconds. */
  readonly now: number;
}

function payloadFindings(payload: Json, { target, limits, now }: Conditions): Finding[] {
  const subject = subjectOf(payload);
  const findings = [
    ...schemaFindings(subject),
    ...timeFindings(subject, now),
    ...unknownMembers(subject),
    ...contradictions(subject),
    ...limitFindings(subject, limits),
    ...roomConfigFindings(subject),
    ...(target ? targetFindings(subject, target) : []),
  ];
  return findings.map(({ code, path, message, fix }) => createFinding(code, spelledPath(payload, path), message, fix));
}
