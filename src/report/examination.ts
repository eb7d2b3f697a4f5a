import { diagnose } from "../lint/diagnose.js";
import { calendar } from "../lint/durations.js";
import { type Draft, type Finding, inWords } from "../lint/finding.js";
import { hideSecrets } from "../lint/hide-secrets.js";
import type { Keys } from "../lint/options.js";
import type { Reading } from "../lint/reading.js";
import { skewWords } from "../lint/rules/clock-skew.js";
import { readableForms } from "../lint/secret-forms.js";
import type { SignatureVerdict } from "../lint/signature.js";
import type { CallName } from "../permissions/calls.js";
import type { Target } from "../targets/target.js";
import { type CallVerdict, type DeniedCalls, deniedCalls, judgeCall } from "./call.js";
import { lintOptions } from "./lint-options.js";
import { notesOf } from "./notes.js";
import type { Describe, Permission } from "./permission.js";
import { permissionsOf } from "./permissions.js";
import { redactSecrets } from "./redact-secrets.js";
import { type ServerGroup, serverGroups } from "./servers.js";
import { type Time, timesOf } from "./times.js";
import { decide, type Verdict } from "./verdict.js";

/** The time to judge at, in milliseconds since 1970, and by how many seconds the clock of this machine is ahead of it. */
export interface TimeOfJudgment {
  readonly clock: () => number;
  readonly skew: number;
}

/** The time that a token is judged at. */
export interface JudgedAt {
  readonly at: string;
  /** How far the clock of this machine is off from it: "3 minutes ahead"; null where it is not. */
  readonly machine: string | null;
}

/**
 * Everything that inspect reports about a token; `inspect --json` prints it, as schema/reports/inspection.json says. What
 * is unknown is null.
 */
export interface Examination {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** The permissions as servers see them, which read null as absent. */
  readonly permissions: readonly Permission[] | null;
  /** The usual calls of the server's API that are not permitted. */
  readonly deniedCalls: readonly DeniedCalls[] | null;
  /** The call that is asked about. */
  readonly call: CallVerdict | null;
  /** Effects at servers that people often do not expect. */
  readonly notes: readonly string[];
  /** The answers of the target, or of all servers if there is no target. */
  readonly servers: readonly ServerGroup[] | null;
  readonly judgedAt: JudgedAt;
  readonly times: readonly Time[];
  readonly signature: SignatureVerdict;
  readonly header: unknown;
  /** As they are in the token, but for secrets. */
  readonly claims: unknown;
}

export interface ExamineOptions {
  readonly target: Target | undefined;
  readonly credentials: Keys;
  readonly call: { readonly name: CallName; readonly room: string | undefined } | undefined;
  readonly time: TimeOfJudgment;
  /** Reads the schema's descriptions of grants. Called only for claims that permit something. */
  readonly readDescriptions: () => Promise<Describe>;
}

export async function examine(reading: Reading, options: ExamineOptions): Promise<Examination> {
  const { target, credentials, call: asked, time } = options;
  const { clock, skew } = time;
  const now = clock() / 1000;
  const { signature, drafts, findings } = await diagnose(reading, lintOptions({ target, credentials, clock }), skew);
  const { header, payload, formErrors } = reading;
  // A token that is refused for its form permits nothing, whatever its claims say.
  const claims = formErrors.length === 0 ? reading.served?.claims : undefined;
  const call = asked === undefined ? null : judgeCall(asked.name, claims, asked.room);
  const permissions = claims ? permissionsOf(claims, await options.readDescriptions(), joiningRefusal(drafts)) : null;
  const servers = (claims && groupsOf(reading, drafts, now, target)) ?? null;
  const times = payload ? timesOf(payload, now) : [];
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const evidence = {
    isMalformed: reading.reason !== undefined || formErrors.some(({ error }) => error.code === "MALFORMED_TOKEN"),
    drafts,
    errors,
    times,
    claims,
    permissions,
    servers,
    call,
    now,
  };
  const hide = hideSecrets(credentials.secrets.flatMap(readableForms));
  return hide({
    verdict: isUnsigned(reading) ? ofUnsigned(decide(evidence)) : decide(evidence),
    findings,
    permissions,
    deniedCalls: claims ? deniedCalls(claims) : null,
    call,
    notes: claims ? notesOf(claims, { hasEnd: reading.served?.payload.exp !== undefined }) : [],
    servers,
    judgedAt: { at: calendar(now), machine: skewWords(skew) ?? null },
    times,
    signature,
    header: header ? redactSecrets(header) : null,
    claims: payload ? redactSecrets(payload) : null,
  });
}

function isUnsigned({ token, payload }: Reading): boolean {
  return token === undefined && payload !== undefined;
}

function ofUnsigned(verdict: Verdict): Verdict {
  return { ...verdict, message: `Claims without a signature, judged as if they were signed. ${verdict.message}` };
}

/** Returns the answers of servers by release; undefined when every server refuses the token. */
function groupsOf(
  reading: Reading,
  drafts: readonly Draft[],
  now: number,
  target: Target | undefined,
): ServerGroup[] | undefined {
  if (drafts.some(({ refusedBy }) => refusedBy === "everyone")) return undefined;
  return serverGroups(reading, now, target ? [target.name] : undefined);
}

/** Returns the reason why servers refuse the holder who joins although the grants permit it. */
function joiningRefusal(drafts: readonly Draft[]): string | undefined {
  const refusal = drafts.find(({ refusedBy }) => refusedBy === "joining");
  return refusal && `${refusal.path.join(".")} ${inWords(refusal).message}`;
}
