import { type Draft, draft, type Finding, report } from "./finding.js";
import { hideSecrets } from "./hide-secrets.js";
import { contextOf, type Keys, type LintContext, type LintOptions } from "./options.js";
import { type Content, type Reading, read } from "./reading.js";
import { contradictions } from "./rules/contradictions.js";
import { formFindings } from "./rules/form.js";
import { grantFindings } from "./rules/grants.js";
import { issuerFindings } from "./rules/issuer.js";
import { byteLength, limitFindings } from "./rules/limits.js";
import { roomConfigFindings } from "./rules/room-config.js";
import { schemaFindings } from "./rules/schema.js";
import { stringifiedNothing } from "./rules/stringified-nothing.js";
import { checkTarget } from "./rules/target.js";
import { timeFindings } from "./rules/times.js";
import { unknownMembers } from "./rules/unknown-members.js";
import { readableForms } from "./secret-forms.js";

/** Bytes of the digest of SHA-256, which a key of HMAC should not be shorter than (RFC 7518, section 3.2). */
const SHORTEST_SECRET = 32;

/**
 * Finds what is wrong, or likely not meant, with a token: what verifiers refuse, what servers silently read otherwise, and
 * what should not be in a token. It looks at the payload as it stands, before anything is renamed, dropped or filled in, and
 * not at the signature. Errors come first; of one code at most twenty are reported, and how many more there are.
 *
 * Never throws because of the token or the value of an option: an invalid value is a finding.
 *
 * @param tokenOrClaims a token, or claims as they would be in one, so with `exp` and `iss`
 * @throws AccessTokenError INVALID_ARGUMENT for options that are not a plain object, and for an unknown name of an option or
 *   a limit
 */
export function lint(tokenOrClaims: unknown, options: LintOptions = {}): readonly Finding[] {
  return lintReading(read(tokenOrClaims), options);
}

/** Does what {@link lint} does, to what is read already. */
export function lintReading(reading: Reading, options: LintOptions): Finding[] {
  const context = contextOf(options);
  return finish(findDrafts(reading, context), context.keys);
}

/** Finds what there is to report. */
export function findDrafts(reading: Reading, context: LintContext): Draft[] {
  const { content, served } = reading;
  return [
    ...context.findings,
    ...formFindings(reading, context.keys),
    ...(content === undefined ? [] : contentFindings(content, context)),
    ...(served === undefined ? [] : grantFindings(served)),
    ...(context.target === undefined ? [] : checkTarget(reading, context.target, context.now)),
    ...sizeFindings(reading),
    ...secretFindings(context.keys),
  ];
}

/** Many proxies take no longer URLs. */
const LONGEST_IN_URL = 8192;

function sizeFindings({ token }: Reading): Draft[] {
  if (token === undefined || token.length <= LONGEST_IN_URL) return [];
  const message = `the token has ${token.length} bytes: it travels in a URL, and many proxies take ${LONGEST_IN_URL} at most`;
  return [draft("large-token", [], message)];
}

/** Words and orders what was found. No secret is in it, though a token may hold one. */
export function finish(drafts: readonly Draft[], { secrets }: Keys): Finding[] {
  return hideSecrets(secrets.flatMap(readableForms))(report(drafts));
}

function contentFindings(content: Content, { limits, keys, now }: LintContext): Draft[] {
  return [
    ...schemaFindings(content),
    ...issuerFindings(content, keys),
    ...(now === undefined ? [] : timeFindings(content, now)),
    ...unknownMembers(content),
    ...contradictions(content),
    ...stringifiedNothing(content),
    ...limitFindings(content, limits),
    ...roomConfigFindings(content),
  ];
}

function secretFindings({ secrets }: Keys): Draft[] {
  if (secrets.every((secret) => byteLength(secret) >= SHORTEST_SECRET)) return [];
  return [draft("short-secret", [], `the secret is shorter than ${SHORTEST_SECRET} bytes`)];
}
