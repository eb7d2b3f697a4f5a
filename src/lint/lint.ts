import type { Json } from "../json/is-object.js";
import { arrange, createFinding, type Finding } from "./finding.js";
import { type Conditions, type LintOptions, readOptions } from "./options.js";
import { readPayload } from "./read-payload.js";
import { contradictions } from "./rules/contradictions.js";
import { byteLength, limitFindings } from "./rules/limits.js";
import { roomConfigFindings } from "./rules/room-config.js";
import { schemaFindings } from "./rules/schema.js";
import { askTarget } from "./rules/target.js";
import { timeFindings } from "./rules/times.js";
import { unknownMembers } from "./rules/unknown-members.js";
import { spelledPath } from "./spelled-path.js";
import { subjectOf } from "./subject.js";

export { FINDINGS, type FindingCode, type FindingKind, type Severity } from "./catalog.js";
export type { Finding } from "./finding.js";
export type { LintOptions } from "./options.js";
export { DEFAULT_LIMITS, type Limits } from "./rules/limits.js";

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
