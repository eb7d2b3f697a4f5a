import type { Json } from "../../json/is-object.js";
import { LONGEST_LINK, toFragment } from "../../report/permalink.js";
import { copyFrom } from "./copy.js";
import { byId } from "./dom.js";

interface Shareable {
  readonly text: string;
  readonly now: string;
  /** Without secrets. */
  readonly claims: Json | null;
}

/** The link to the page, which holds what the user chose and nothing else. */
export class SharePanel {
  readonly #current: () => Shareable;

  constructor(current: () => Shareable) {
    this.#current = current;
    for (const input of document.querySelectorAll('[name="share"], #share-now')) {
      input.addEventListener("change", () => this.update());
    }
    byId("now").addEventListener("input", () => this.update());
    byId("copy-link").addEventListener("click", () => copyFrom(byId<HTMLInputElement>("link"), byId("copy-link")));
  }

  update(): void {
    const { text, now, claims } = this.#current();
    const choice = document.querySelector<HTMLInputElement>('[name="share"]:checked')?.value;
    const shared = { nothing: "", claims: claims === null ? "" : JSON.stringify(claims), text }[choice ?? ""] ?? "";
    const isNowShared = byId<HTMLInputElement>("share-now").checked;
    const link = location.href.replace(/#.*$/, "") + toFragment({ text: shared, now: isNowShared ? now : "" });
    const isLong = link.length > LONGEST_LINK;
    byId<HTMLInputElement>("link").value = isLong ? "" : link;
    byId("link-problem").textContent = isLong
      ? `The link would have ${link.length} characters. Share less: links over ${LONGEST_LINK} are often cut.`
      : "";
  }
}
