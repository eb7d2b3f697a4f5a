import { printableJson } from "../../../json/escape-controls.js";
import { isObject } from "../../../json/is-object.js";
import type { SignatureVerdict } from "../../../lint/signature.js";
import type { CallVerdict, DeniedCalls } from "../../../report/call.js";
import type { Examination } from "../../../report/examination.js";
import type { Permission } from "../../../report/permission.js";
import { rangeOf, reasons, type ServerGroup } from "../../../report/servers.js";
import type { Time } from "../../../report/times.js";
import type { Verdict } from "../../../report/verdict.js";
import { withoutDefaults } from "../../../report/without-defaults.js";
import type { Prediction } from "../../../targets/create-target.js";
import { findingLines } from "../../terminal/finding-lines.js";
import { type Ink, type Part, paint } from "../../terminal/page.js";

type Line = readonly Part[];

export interface ReportOptions {
  /** Whether to print claims at their default too. */
  readonly full: boolean;
}

/** Writes an examination for people: the verdict first, then what to do, and at the end what the token says. */
export function reportOf(examination: Examination, { full }: ReportOptions): Line[] {
  const { verdict, findings, permissions, deniedCalls, call, notes, servers, signature, header } = examination;
  const sections: readonly (readonly [title: string, lines: readonly Line[]])[] = [
    ["Findings", findings.length === 0 ? [[paint("green", "none")]] : findingLines(findings)],
    ["The call", call === null ? [] : [callLine(call)]],
    [holderTitle(examination), holderLines(permissions, call === null ? deniedCalls : null)],
    ["What servers do", notes.map((note) => [note])],
    [serversTitle(verdict, servers), serverLines(servers)],
    ["Times", timeLines(examination)],
    ["Signature", [[paint(SIGNATURE_INKS[signature.verdict], signature.message)]]],
    ["Header", [[header === null ? "cannot be read" : JSON.stringify(header)]]],
    ["Claims", claimLines(examination.claims, full)],
  ];
  const blocks = sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines]) => [[], [paint("bold", title)], ...lines.map((line) => ["  ", ...line])]);
  return [[paint(VERDICT_INKS[verdict.outcome], verdict.message)], ...blocks];
}

const VERDICT_INKS: Readonly<Record<Verdict["outcome"], Ink>> = {
  malformed: "red",
  refused: "red",
  denied: "red",
  limited: "yellow",
  wrong: "yellow",
  fine: "green",
};

const SIGNATURE_INKS: Readonly<Record<SignatureVerdict["verdict"], Ink>> = {
  right: "green",
  wrong: "red",
  unchecked: "yellow",
};

function holderTitle({ verdict, permissions }: Examination): string {
  return verdict.outcome === "refused" && permissions !== null
    ? "The holder, if the token were accepted"
    : "The holder";
}

/** A token may be refused for its key, which is a matter of no release. */
function serversTitle({ outcome }: Verdict, servers: readonly ServerGroup[] | null): string {
  const areAllRefusing = servers === null || servers.every(({ prediction }) => prediction === "refuse");
  return outcome === "refused" && !areAllRefusing
    ? "Servers by release, with a key that they know"
    : "Servers by release";
}

function holderLines(permissions: readonly Permission[] | null, denied: readonly DeniedCalls[] | null): Line[] {
  if (permissions === null) return [["may do nothing with it: see the findings"]];
  const calls = (denied ?? []).map((each) => permissionLine({ may: false, what: deniedWords(each) }));
  return [...permissions.map(permissionLine), ...calls];
}

function deniedWords({ calls, lacks }: DeniedCalls): string {
  return `call ${calls.join(", ")}: ${lacks.join(" and ")}`;
}

function permissionLine({ may, what }: Permission): Line {
  return [may ? paint("green", "may") : paint("red", "may not"), ` ${what}`];
}

function callLine({ call, room, permitted, needs, lacks }: CallVerdict): Line {
  const what = `${call}${room === null ? "" : ` for the room ${JSON.stringify(room)}`}`;
  if (permitted) return [paint("green", "permitted"), `: ${what}, which needs ${needs}`];
  return [paint("red", "denied"), `: ${what} needs ${needs}, but ${lacks.join(" and ")}`];
}

function timeLines({ times, judgedAt }: Examination): Line[] {
  const machine =
    judgedAt.machine === null
      ? []
      : [[`judged at ${judgedAt.at}, the time of --now: the clock of this machine is ${judgedAt.machine}`]];
  return [...machine, ...times.map(timeLine)];
}

function timeLine({ claim, at, words }: Time): Line {
  return [`${claim}: ${words}`, ...(at === undefined ? [] : [paint("dim", ` (${at})`)])];
}

function claimLines(claims: unknown, full: boolean): Line[] {
  if (!isObject(claims)) return [["cannot be read"]];
  const shown = full ? claims : withoutDefaults(claims);
  const lines: Line[] = printableJson(shown)
    .split("\n")
    .map((line) => [line]);
  const isWhole = JSON.stringify(shown) === JSON.stringify(claims);
  return isWhole ? lines : [...lines, [paint("dim", "claims at their default are left out; --full prints them")]];
}

function serverLines(groups: readonly ServerGroup[] | null): Line[] {
  if (groups === null) return [["all servers refuse it: see the verdict"]];
  return groups.map((group) => {
    const { from, to, prediction } = group;
    const [ink, one, many] = OUTCOMES[prediction];
    const places = prediction === "accept" ? "" : `: ${reasons([group])}`;
    return [`${rangeOf(group)} `, paint(ink, from === to ? one : many), places];
  });
}

/** Words for the prediction of one server, and of several. */
const OUTCOMES: Readonly<Record<Prediction, readonly [ink: Ink, one: string, many: string]>> = {
  accept: ["green", "accepts it", "accept it"],
  ignore: ["yellow", "accepts it, and ignores", "accept it, and ignore"],
  refuse: ["red", 'refuses it with 401 "invalid token", for', 'refuse it with 401 "invalid token", for'],
};
