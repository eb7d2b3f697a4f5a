import type { Json } from "./is-object.js";
import { contradictions } from "./lint/contradictions.js";
import { arrange, createFinding, type Finding } from "./lint/finding.js";
import { byteLength, limitFindings } from "./lint/limits.js";
import { type Conditions, type LintOptions, readOptions } from "./lint/options.js";
import { readPayload } from "./lint/read-payload.js";
import { roomConfigFindings } from "./lint/room-config-findings.js";
import { schemaFindings } from "./lint/schema-findings.js";
import { spelledPath } from "./lint/spelled-path.js";
import { subjectOf } from "./lint/subject.js";
import { askTarget } from "./lint/target-findings.js";
import { timeFindings } from "./lint/times.js";
import { unknownMembers } from "./lint/unknown-members.js";

export type { Finding } from "./lint/finding.js";
export { FINDINGS, type FindingCode, type FindingKind, type Severity } from "./lint/findings.js";
export { DEFAULT_LIMITS, type Limits } from "./lint/limits.js";
export type { LintOptions } from "./lint/options.js";

/** Bytes of the digest of SHA-256, which a key of HMAC should not be shorter than (RFC 7518, section 3.2). */
const SHORTEST_SECRET = 32;

/**
 * What is wrong, or likely not meant, with a token: what verifiers refuse, what servers silently read otherwise, and what
 * should not be in a token. It looks at the payload as it stands, before anything is renamed, dropped or filled in, and not
 * at the signature. Errors come first; of one code at most twenty are told, and how many more there are.
 *
 * Nothing is thrown, whatever the token and the options are: an option that is of no use is a finding.
 *
 * @param tokenOrClaims a token, or claims as they would stand in one, so `exp` and `iss` too
 */
export function lint(tokenOrClaims: unknown, options: LintOptions = {}): readonly Finding[] {
  const { payload, findings: form } = readPayload(tokenOrClaims);
  const conditions = readOptions(options);
  const { secret } = conditions;
  return arrange([
    ...conditions.findings,
    ...form,
    ...(payload === undefined ? [] : payloadFindings(payload, conditions)),
    ...(secret !== undefined && byteLength(secret) < SHORTEST_SECRET
      ? [createFinding("short-secret", [], `the secret is shorter than ${SHORTEST_SECRET} bytes`)]
      : []),
  ]);
}

function payloadFindings(payload: Json, { target, limits, now }: Conditions): Finding[] {
  const subject = subjectOf(payload);
  const inConfig = roomConfigFindings(subject);
  const findings = [
    ...schemaFindings(subject),
    ...(now === undefined ? [] : timeFindings(subject, now)),
    ...unknownMembers(subject),
    ...contradictions(subject),
    ...limitFindings(subject, limits),
    ...inConfig,
    ...(target ? askTarget(subject, target, inConfig) : []),
  ];
  return findings.map(({ code, path, message, fix }) => createFinding(code, spelledPath(payload, path), message, fix));
}
