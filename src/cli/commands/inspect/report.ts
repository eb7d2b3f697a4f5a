import { printableJson } from "../../../json/escape-controls.js";
import type { Finding } from "../../../lint/finding.js";
import type { SignatureVerdict } from "../../../lint/signature.js";
import type { Prediction } from "../../../targets/create-target.js";
import { findingLines } from "../../terminal/finding-lines.js";
import { type Ink, type Part, paint } from "../../terminal/page.js";
import type { Examination } from "./examination.js";
import type { Permission } from "./permission.js";
import type { ServerGroup } from "./servers.js";
import type { Time } from "./times.js";

type Line = readonly Part[];

/** An examination for people. */
export function reportOf(examination: Examination): Line[] {
  const { header, claims, times, signature, permissions, servers, findings } = examination;
  const sections: readonly (readonly [title: string, lines: readonly Line[]])[] = [
    ["Header", [[header === null ? "cannot be read" : JSON.stringify(header)]]],
    ["Claims", claims === null ? [["cannot be read"]] : jsonLines(claims)],
    ["Times", times.map(timeLine)],
    ["Signature", [[paint(SIGNATURE_INKS[signature.verdict], signature.message)]]],
    [
      isRefused(examination) ? "The holder, if the token were taken" : "The holder",
      permissions === null ? [["may do nothing: see the findings"]] : permissions.map(permissionLine),
    ],
    ["Servers, as far as it is a matter of what they know", serverLines(servers)],
    ["Findings", findings.length === 0 ? [[paint("green", "none")]] : findingLines(findings)],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], index) => [
      ...(index === 0 ? [] : [[]]),
      [paint("bold", title)],
      ...lines.map((line) => ["  ", ...line]),
    ]);
}

/** What has a token refused whose claims can be read all the same. */
const REFUSALS: readonly Finding["code"][] = ["malformed-token", "expired", "not-yet-valid", "target-refuses"];

function isRefused({ signature, permissions, findings }: Examination): boolean {
  if (permissions === null) return false;
  return signature.verdict === "wrong" || findings.some(({ code }) => REFUSALS.includes(code));
}

const SIGNATURE_INKS: Readonly<Record<SignatureVerdict["verdict"], Ink>> = {
  right: "green",
  wrong: "red",
  unchecked: "yellow",
};

function jsonLines(value: unknown): Line[] {
  return printableJson(value)
    .split("\n")
    .map((line) => [line]);
}

function timeLine({ claim, at, words }: Time): Line {
  return [`${claim}: ${words}`, ...(at === undefined ? [] : [paint("dim", ` (${at})`)])];
}

function permissionLine({ may, what }: Permission): Line {
  return [may ? paint("green", "may") : paint("red", "may not"), ` ${what}`];
}

function serverLines(groups: readonly ServerGroup[] | null): Line[] {
  if (groups === null) return [["cannot be told: see the findings"]];
  return groups.map(({ from, to, prediction, because }) => {
    const [ink, one, many] = OUTCOMES[prediction];
    const names = from === to ? from : `${from} to ${to.slice(to.indexOf("@") + 1)}`;
    const reasons = because.length === 0 ? "" : `: ${because.join(", ")}`;
    return [`${names} `, paint(ink, from === to ? one : many), reasons];
  });
}

/** What one server does, and what several do. */
const OUTCOMES: Readonly<Record<Prediction, readonly [ink: Ink, one: string, many: string]>> = {
  accept: ["green", "takes it whole", "take it whole"],
  ignore: ["yellow", "takes it, and ignores", "take it, and ignore"],
  refuse: ["red", 'refuses it with 401 "invalid token", for', 'refuse it with 401 "invalid token", for'],
};
