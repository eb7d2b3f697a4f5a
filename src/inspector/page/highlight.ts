import type { Place } from "../inspection.js";
import { byId } from "./dom.js";

/** Marks the place of a finding, and goes there if asked to. */
export function highlight(place: Place, goes: boolean): void {
  for (const marked of document.querySelectorAll(".marked")) marked.classList.remove("marked");
  const element = elementOf(place);
  element?.classList.add("marked");
  if (!goes) return;
  element?.scrollIntoView({ block: "center" });
  const target = element?.matches("button, [tabindex]") ? element : element?.closest<HTMLElement>("[tabindex]");
  (target as HTMLElement | null | undefined)?.focus({ preventScroll: true });
}

function elementOf(place: Place): Element | null {
  if (place === "token") return byId("token").querySelector(".token") ?? byId("text");
  if ("part" in place) return byId("token").querySelector(`[data-part="${place.part}"]`);
  return byId("claims").querySelectorAll(".row")[place.row] ?? null;
}
