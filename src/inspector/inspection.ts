import { isObject, type Json } from "../json/is-object.js";
import type { Finding } from "../lint/finding.js";
import { type Reading, readFound } from "../lint/reading.js";
import { findTokens } from "../paste/find-tokens.js";
import type { Found, Remark } from "../paste/found.js";
import { CALLS, type CallName } from "../permissions/calls.js";
import { type CallVerdict, judgeCall } from "../report/call.js";
import { describeBy } from "../report/descriptions.js";
import { type Examination, examine, type TimeOfJudgment } from "../report/examination.js";
import { MOMENT_FORMS, parseMoment } from "../report/moment.js";
import { type ClaimRow, claimRows } from "./claim-rows.js";
import type { ClaimsSchema } from "./claims-schema.js";
import { clip } from "./clip.js";
import { serverTimeline, type TimelinePart } from "./server-timeline.js";
import { type TimeScale, timeScale } from "./time-scale.js";

/** A question of the page about a text. */
export interface Question {
  readonly text: string;
  /** Which of the tokens in the text, from 0. */
  readonly which: number;
  /** The clock of the server, as its header Date says it; empty for that of this machine. */
  readonly now: string;
  readonly apiKey: string;
  readonly secret: string;
  /** The room of calls; empty for that of the token. */
  readonly room: string;
}

export const PARTS = ["header", "payload", "signature"] as const;

export type PartName = (typeof PARTS)[number];

/** Where a finding is: a row of the claims, a part of the token, or the token as a whole. */
export type Place = { readonly row: number } | { readonly part: PartName } | "token";

export interface PlacedFinding extends Pick<Finding, "code" | "severity" | "pointer" | "message" | "fix"> {
  readonly place: Place;
}

/** The calls of a service of the server's API. */
export interface CallGroup {
  readonly service: string;
  readonly calls: readonly CallVerdict[];
}

/** Everything that the page shows of a text. However long that is, this is short. */
export interface Inspection
  extends Pick<Examination, "verdict" | "permissions" | "notes" | "judgedAt" | "times" | "signature"> {
  /** The lines of the tokens in the text. */
  readonly lines: readonly number[];
  /** The parts of the token as they are written; null for claims, and for a text without a token. */
  readonly parts: Readonly<Record<PartName, string>> | null;
  readonly around: Remark | null;
  readonly findings: readonly PlacedFinding[];
  readonly calls: readonly CallGroup[] | null;
  readonly servers: readonly TimelinePart[] | null;
  readonly scale: TimeScale | null;
  readonly header: string;
  readonly rows: readonly ClaimRow[];
  readonly isCut: boolean;
  /** The claims without secrets, to be shared; null when they cannot be read, or are long. */
  readonly claims: Json | null;
  /** The claims as they are in the token, to be changed; null likewise. */
  readonly payload: Json | null;
  /** The problem with the given clock of the server, to be read after "The server's clock". */
  readonly clockProblem: string | null;
}

const NOT_CHECKED = { verdict: "unchecked", message: "not checked: fill in the API secret to check it" } as const;

const LONGEST_PART = 3000;
const LONGEST_WORDS = 1000;
const LONGEST_CLAIMS = 200_000;

/** Answers a question about a text: what `inspect` reports, in the form that the page shows. */
export async function inspectText(question: Question, schema: ClaimsSchema): Promise<Inspection> {
  const { text, which, room } = question;
  const all = findTokens(text);
  const reading = readFound(all[which] ?? all[0]);
  const { time, problem } = timeOf(question.now);
  const examination = await examine(reading, {
    target: undefined,
    credentials: { apiKey: question.apiKey || undefined, secrets: question.secret === "" ? [] : [question.secret] },
    call: undefined,
    time,
    readDescriptions: async () => describeBy({ $defs: schema.$defs } as Parameters<typeof describeBy>[0]),
  });
  const { rows, isCut, rowOf } = claimRows(examination.claims, schema);
  const { verdict, signature } = examination;
  return {
    verdict: { ...verdict, message: clip(verdict.message, LONGEST_WORDS) },
    permissions: examination.permissions?.map(({ may, what }) => ({ may, what: clip(what, LONGEST_WORDS) })) ?? null,
    notes: examination.notes.map((note) => clip(note, LONGEST_WORDS)),
    judgedAt: examination.judgedAt,
    times: examination.times,
    signature: reading.token !== undefined && question.secret === "" ? NOT_CHECKED : signature,
    lines: all.map(({ line }: Found) => line).slice(0, 1000),
    parts: partsOf(reading),
    around: reading.around ?? null,
    findings: examination.findings.map((finding) => place(finding, reading, rowOf)),
    calls: callsOf(reading, room),
    servers: examination.servers && serverTimeline(examination.servers),
    scale: timeScale(reading.payload, time.clock() / 1000) ?? null,
    header: examination.header === null ? "" : clip(JSON.stringify(examination.header), LONGEST_PART),
    rows,
    isCut,
    claims: unlessLong(examination.claims),
    payload: unlessLong(reading.payload),
    clockProblem: problem,
  };
}

function timeOf(now: string): { readonly time: TimeOfJudgment; readonly problem: string | null } {
  const moment = now.trim() === "" ? undefined : parseMoment(now);
  const problem = now.trim() === "" || moment !== undefined ? null : `must be a time such as ${MOMENT_FORMS}`;
  if (moment === undefined) return { time: { clock: Date.now, skew: 0 }, problem };
  return { time: { clock: () => moment, skew: (Date.now() - moment) / 1000 }, problem };
}

function partsOf({ token, payload }: Reading): Inspection["parts"] {
  if (token === undefined || (payload === undefined && !token.includes("."))) return null;
  const first = token.indexOf(".");
  const second = first < 0 ? -1 : token.indexOf(".", first + 1);
  const header = first < 0 ? token : token.slice(0, first);
  const body = first < 0 ? "" : token.slice(first + 1, second < 0 ? undefined : second);
  const signature = second < 0 ? "" : token.slice(second + 1);
  return {
    header: clip(header, LONGEST_PART),
    payload: clip(body, LONGEST_PART),
    signature: clip(signature, LONGEST_PART),
  };
}

function place(
  finding: Finding,
  reading: Reading,
  rowOf: (path: Finding["path"]) => number | undefined,
): PlacedFinding {
  const { code, severity, pointer, path, message, fix } = finding;
  const row = rowOf(path);
  const part =
    code === "wrong-signature"
      ? "signature"
      : reading.formErrors.find(({ error }) => error.message.includes(message) || message.includes(error.message))
          ?.part;
  const isAnywhere = row === undefined && part === undefined;
  return {
    code,
    severity,
    pointer: clip(pointer, 200),
    message: clip(message, LONGEST_WORDS),
    fix: clip(fix, LONGEST_WORDS),
    place: isAnywhere ? "token" : row === undefined ? { part: part as PartName } : { row },
  };
}

function callsOf({ formErrors, served }: Reading, room: string): CallGroup[] | null {
  const claims = formErrors.length === 0 ? served?.claims : undefined;
  if (claims === undefined) return null;
  const groups = new Map<string, CallVerdict[]>();
  for (const name of Object.keys(CALLS) as CallName[]) {
    const call = CALLS[name];
    const service = "service" in call ? call.service : "Clients";
    const verdict = judgeCall(name, claims, room === "" ? undefined : room);
    const clipped = { ...verdict, lacks: verdict.lacks.map((lack) => clip(lack, 300)) };
    groups.set(service, [...(groups.get(service) ?? []), clipped]);
  }
  return Array.from(groups, ([service, calls]) => ({ service, calls }));
}

function unlessLong(claims: unknown): Json | null {
  return isObject(claims) && lengthOf(claims) <= LONGEST_CLAIMS ? claims : null;
}

/** Infinite for claims that are nested too deep for JSON.stringify. */
function lengthOf(claims: Json): number {
  try {
    return JSON.stringify(claims).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
