import { type Draft, draft, type Finding, report } from "./finding.js";
import { type LintContext, type LintOptions, readOptions } from "./options.js";
import { type Content, type Reading, read } from "./reading.js";
import { contradictions } from "./rules/contradictions.js";
import { formFindings } from "./rules/form.js";
import { byteLength, limitFindings } from "./rules/limits.js";
import { roomConfigFindings } from "./rules/room-config.js";
import { schemaFindings } from "./rules/schema.js";
import { stringifiedNothing } from "./rules/stringified-nothing.js";
import { checkTarget } from "./rules/target.js";
import { timeFindings } from "./rules/times.js";
import { unknownMembers } from "./rules/unknown-members.js";

/** Bytes of the digest of SHA-256, which a key of HMAC should not be shorter than (RFC 7518, section 3.2). */
const SHORTEST_SECRET = 32;

/**
 * Finds what is wrong, or likely not meant, with a token: what verifiers refuse, what servers silently read otherwise, and
 * what should not be in a token. It looks at the payload as it stands, before anything is renamed, dropped or filled in, and
 * not at the signature. Errors come first; of one code at most twenty are reported, and how many more there are.
 *
 * Nothing is thrown, whatever the token and the options are: an invalid option is a finding.
 *
 * @param tokenOrClaims a token, or claims as they would stand in one, so `exp` and `iss` too
 */
export function lint(tokenOrClaims: unknown, options: LintOptions = {}): readonly Finding[] {
  return lintReading(read(tokenOrClaims), options);
}

/** Does what {@link lint} does, to what is read already. */
export function lintReading(reading: Reading, options: LintOptions): Finding[] {
  const context = readOptions(options);
  const { content } = reading;
  return report([
    ...context.findings,
    ...formFindings(reading),
    ...(content === undefined ? [] : contentFindings(content, context)),
    ...secretFindings(context),
  ]);
}

function contentFindings(content: Content, { target, limits, now }: LintContext): Draft[] {
  return [
    ...schemaFindings(content),
    ...(now === undefined ? [] : timeFindings(content, now)),
    ...unknownMembers(content),
    ...contradictions(content),
    ...stringifiedNothing(content),
    ...limitFindings(content, limits),
    ...roomConfigFindings(content),
    ...(target === undefined ? [] : checkTarget(content, target)),
  ];
}

function secretFindings({ secret }: LintContext): Draft[] {
  if (secret === undefined || byteLength(secret) >= SHORTEST_SECRET) return [];
  return [draft("short-secret", [], `the secret is shorter than ${SHORTEST_SECRET} bytes`)];
}
