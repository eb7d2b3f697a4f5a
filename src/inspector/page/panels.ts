import type { Severity } from "../../lint/catalog.js";
import type { SignatureVerdict } from "../../lint/signature.js";
import type { Verdict } from "../../report/verdict.js";
import type { Prediction } from "../../targets/create-target.js";
import { type Inspection, PARTS, type PlacedFinding } from "../inspection.js";
import { claimList } from "./claims-panel.js";
import { byId, h, show } from "./dom.js";
import { highlight } from "./highlight.js";
import { timesBar } from "./times-bar.js";

const TONES: Readonly<Record<Verdict["outcome"] | Severity | Prediction, string>> = {
  malformed: "bad",
  refused: "bad",
  denied: "bad",
  limited: "warn",
  wrong: "warn",
  fine: "good",
  error: "bad",
  warning: "warn",
  info: "",
  accept: "good",
  ignore: "warn",
  refuse: "bad",
};

const SIGNATURE_TONES: Readonly<Record<SignatureVerdict["verdict"], string>> = {
  right: "good",
  wrong: "bad",
  unchecked: "warn",
};

/** Shows an inspection in the panels of the page. */
export function showInspection(inspection: Inspection): void {
  const { verdict, findings, rows, isCut, header, signature, clockProblem, servers } = inspection;
  const line = byId("verdict");
  line.textContent = verdict.message;
  line.className = TONES[verdict.outcome];
  show(byId("token"), [inspection.parts, inspection.around, header], () => tokenLines(inspection));
  show(byId("findings"), findings, () => findingList(findings));
  show(byId("claims"), [rows, isCut], () => claimList(rows, isCut));
  show(byId("holder"), [inspection.permissions, inspection.notes], () => holderLines(inspection));
  show(byId("calls"), inspection.calls, () => callTables(inspection));
  show(byId("times"), [inspection.times, inspection.scale, inspection.judgedAt.machine], () => timeLines(inspection));
  show(byId("servers"), servers, () => serverLines(servers));
  const signed = byId("signature");
  signed.textContent = `Signature: ${signature.message}.`;
  signed.className = SIGNATURE_TONES[signature.verdict];
  byId("now-problem").textContent = clockProblem === null ? "" : `The server’s clock ${clockProblem}.`;
  byId("now").setAttribute("aria-invalid", String(clockProblem !== null));
}

function tokenLines({ parts, around, header }: Inspection): Node[] {
  const note = around && h("p", { class: "warn" }, `${around.message}. ${around.fix}`);
  const legend = PARTS.map((part) => h("span", { class: part }, `■ ${part}`));
  return [
    ...(note ? [note] : []),
    ...(parts === null
      ? [h("p", { class: "note" }, "There is no token in the text.")]
      : [
          h(
            "code",
            { class: "token", tabindex: "0", role: "group", "aria-label": "The token, by part" },
            ...PARTS.flatMap((part, index) => [
              ...(index > 0 && parts[part] !== "" ? ["."] : []),
              h("span", { class: part, "data-part": part }, parts[part]),
            ]),
          ),
          h("p", { class: "legend" }, ...legend),
        ]),
    ...(header === "" ? [] : [h("p", {}, "Header: ", h("code", {}, header))]),
  ];
}

function findingList(findings: readonly PlacedFinding[]): Node[] {
  if (findings.length === 0) return [h("p", { class: "good" }, "None.")];
  return [h("ul", {}, ...findings.map(findingItem))];
}

function findingItem({ severity, code, pointer, message, fix, place }: PlacedFinding): HTMLElement {
  return h(
    "li",
    { class: `finding ${TONES[severity]}` },
    h("strong", {}, severity),
    ` ${code}`,
    h("p", {}, pointer !== "" && h("code", {}, pointer), pointer !== "" && " ", message),
    h("p", { class: "fix" }, fix),
    h(
      "button",
      {
        type: "button",
        "aria-label": `Show the place of ${code}${pointer === "" ? "" : ` ${pointer}`}`,
        click: () => highlight(place, true),
        focus: () => highlight(place, false),
      },
      "Show the place",
    ),
  );
}

function holderLines({ permissions, notes }: Inspection): Node[] {
  if (permissions === null)
    return [h("p", { class: "bad" }, "The holder may do nothing with the token: see the findings.")];
  return [
    h(
      "ul",
      {},
      ...permissions.map(({ may, what }) =>
        h("li", {}, h("strong", { class: may ? "good" : "bad" }, may ? "may" : "may not"), ` ${what}`),
      ),
    ),
    ...notes.map((note) => h("p", { class: "note" }, note)),
  ];
}

function callTables({ calls }: Inspection): Node[] {
  if (calls === null) return [h("p", { class: "bad" }, "None: every server refuses the token.")];
  return calls.map(({ service, calls: ofService }) => {
    const permitted = ofService.filter((call) => call.permitted).length;
    const rows = ofService.map(({ call, permitted: may, needs, lacks }) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, call),
        h("td", { class: may ? "good" : "bad" }, may ? "permitted" : "denied"),
        h("td", {}, may ? `needs ${needs}` : lacks.join(" and ")),
      ),
    );
    return h(
      "details",
      {},
      h("summary", {}, `${service}: ${permitted} of ${ofService.length} permitted`),
      h("table", {}, h("caption", { class: "hidden" }, `Calls of ${service}`), h("tbody", {}, ...rows)),
    );
  });
}

function timeLines({ times, scale, judgedAt }: Inspection): Node[] {
  return [
    ...(scale === null ? [] : [timesBar(scale, times)]),
    h(
      "ul",
      {},
      ...times.map(({ claim, at, words }) => h("li", {}, `${claim}: ${words}`, at !== undefined && ` (${at})`)),
    ),
    ...(judgedAt.machine === null
      ? []
      : [h("p", { class: "note" }, `Judged at ${judgedAt.at}: the clock of this machine is ${judgedAt.machine}.`)]),
  ];
}

function serverLines(servers: Inspection["servers"]): Node[] {
  if (servers === null) return [h("p", { class: "bad" }, "All servers refuse the token: see the verdict.")];
  const bar = h("div", { class: "timeline", "aria-hidden": "true" });
  for (const { releases, prediction, range } of servers) {
    const part = h("span", { class: `release ${prediction}`, title: range });
    part.style.flexGrow = String(releases);
    bar.append(part);
  }
  return [
    bar,
    h(
      "ul",
      {},
      ...servers.map(({ range, releases, prediction, words }) =>
        h(
          "li",
          {},
          `${range} (${releases === 1 ? "1 release" : `${releases} releases`}) `,
          h("span", { class: TONES[prediction] }, words),
        ),
      ),
    ),
  ];
}
