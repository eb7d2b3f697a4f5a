import type { Time } from "../../report/times.js";
import type { Mark, TimeScale } from "../time-scale.js";
import { h } from "./dom.js";

/** Draws the times of a token on a line, with now among them. */
export function timesBar({ marks, valid: [from, to] }: TimeScale, times: readonly Time[]): HTMLElement {
  const words = times.map(({ claim, words }) => `${claim}: ${words}`).join("; ");
  const valid = h("div", { class: "valid" });
  valid.style.left = percent(from);
  valid.style.width = percent(Math.max(to - from, 0));
  return h(
    "div",
    { class: "times-bar", role: "img", "aria-label": `The times of the token, and now. ${words}` },
    h("div", { class: "line" }),
    valid,
    ...together(marks).map(({ names, at }) => {
      const isNow = names.includes("now");
      // Now is below the line, so that its name covers no other.
      const mark = h("div", { class: `mark ${isNow ? "now down" : "up"}` }, h("span", {}, names.join(", ")));
      mark.style.left = percent(at);
      return mark;
    }),
  );
}

/** Puts marks under one name that are so close that their names would cover each other; now stays alone. */
function together(marks: readonly Mark[]): { readonly names: string[]; readonly at: number }[] {
  const groups: { names: string[]; at: number }[] = [];
  for (const { name, at } of [...marks].sort((a, b) => a.at - b.at)) {
    const near = groups.find((group) => name !== "now" && !group.names.includes("now") && at - group.at < 0.12);
    if (near === undefined) groups.push({ names: [name], at });
    else near.names.push(name);
  }
  return groups;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)}%`;
}
