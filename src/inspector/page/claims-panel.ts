import type { ClaimRow } from "../claim-rows.js";
import { h, newId } from "./dom.js";

/** Lists the claims, a row each. The arrow keys move between rows, of which one is a stop of the Tab key. */
export function claimList(rows: readonly ClaimRow[], isCut: boolean): Node[] {
  if (rows.length === 0) return [h("p", { class: "note" }, "There are no claims to read.")];
  const items = rows.map(claimItem);
  const list = h("ul", { class: "claims" }, ...items);
  list.addEventListener("keydown", (event) => onKey(event, list));
  list.querySelector(".row")?.setAttribute("tabindex", "0");
  list.addEventListener("mouseover", () => list.classList.remove("dismissed"));
  list.addEventListener("focusin", ({ target }) => {
    list.classList.remove("dismissed");
    for (const row of list.querySelectorAll('[tabindex="0"]')) row.setAttribute("tabindex", "-1");
    (target as Element).setAttribute("tabindex", "0");
  });
  return [
    h(
      "p",
      { class: "note" },
      "Point at a member or focus it to read its description. The arrow keys move between members.",
    ),
    list,
    ...(isCut ? [h("p", { class: "note" }, `Only the first ${rows.length} rows are shown.`)] : []),
  ];
}

function claimItem({ depth, name, value, kind, moment, about }: ClaimRow): HTMLElement {
  const id = newId();
  const row = h(
    "button",
    { type: "button", class: "row", tabindex: "-1", "aria-describedby": about && id },
    h("span", {}, `${name}: `),
    h("span", { class: kind }, value),
    moment !== undefined && h("span", { class: "moment" }, ` ${moment}`),
  );
  const item = h(
    "li",
    {},
    row,
    about &&
      h(
        "div",
        { class: "about", role: "tooltip", id },
        h("strong", {}, about.name),
        ` ${about.description} ${about.since}`,
      ),
  );
  item.style.setProperty("--depth", String(Math.min(depth, 12)));
  return item;
}

function onKey(event: KeyboardEvent, list: HTMLElement): void {
  if (event.key === "Escape") list.classList.add("dismissed");
  const rows = Array.from(list.querySelectorAll<HTMLElement>(".row"));
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = next === undefined ? undefined : rows[next];
  if (row === undefined) return;
  event.preventDefault();
  row.focus();
}
