import { isObject, type Json } from "../../json/is-object.js";
import { editAt } from "../edit.js";
import { claimsToMint, type Minted, ttlOf } from "../minting.js";
import { copyFrom } from "./copy.js";
import { byId, h, newId } from "./dom.js";
import { type Engine, Superseded } from "./engine.js";
import { Form } from "./form.js";

interface Surroundings {
  key(): { readonly apiKey: string; readonly secret: string };
  /** The claims of the token that is looked at. */
  payload(): Json | null;
  /** Puts a token in the place of the text that is looked at. */
  inspect(token: string): void;
}

/** Claims that are edited, and signed with the key of the page. */
export class ChangePanel {
  readonly #engine: Engine;
  readonly #around: Surroundings;
  readonly #form: Form;
  #claims: Json = {};

  constructor(engine: Engine, around: Surroundings) {
    this.#engine = engine;
    this.#around = around;
    this.#form = new Form(byId("form"), (path, value, isShown) =>
      this.#set(editAt(this.#claims, path, value), isShown ? "form" : undefined),
    );
  }

  start(): void {
    this.#set({});
    const json = byId<HTMLTextAreaElement>("json");
    json.addEventListener("input", () => {
      const claims = parse(json.value);
      byId("json-problem").textContent = claims === undefined ? "This is not a JSON object yet." : "";
      if (claims !== undefined) this.#set(claims, "json");
    });
    byId("take").addEventListener("click", () => {
      const payload = this.#around.payload();
      if (payload === null) return;
      byId<HTMLInputElement>("ttl").value = ttlOf(payload);
      this.#set(claimsToMint(payload));
    });
    byId("empty").addEventListener("click", () => this.#set({}));
    byId("mint").addEventListener("click", () => void this.#mint());
  }

  /** @param source which shows the claims already */
  #set(claims: Json, source?: "form" | "json"): void {
    this.#claims = claims;
    if (source === "form") this.#form.update(claims);
    else this.#form.render(claims);
    // What was minted is of other claims.
    byId("minted").replaceChildren();
    if (source === "json") return;
    byId<HTMLTextAreaElement>("json").value = JSON.stringify(claims, null, 2);
    byId("json-problem").textContent = "";
  }

  async #mint(): Promise<void> {
    try {
      const minted = await this.#engine.ask("mint", {
        ...this.#around.key(),
        claims: this.#claims,
        ttl: byId<HTMLInputElement>("ttl").value,
        compact: byId<HTMLInputElement>("compact").checked,
        allowSensitive: byId<HTMLInputElement>("sensitive").checked,
      });
      byId("minted").replaceChildren(...this.#mintedLines(minted));
    } catch (error) {
      if (!(error instanceof Superseded))
        byId("minted").replaceChildren(h("p", { class: "bad" }, (error as Error).message));
    }
  }

  #mintedLines(minted: Minted): Node[] {
    if ("error" in minted) {
      return [
        h("p", { class: "bad" }, h("strong", {}, minted.error), `: ${minted.message}`),
        h("ul", {}, ...minted.issues.map(({ pointer, message }) => h("li", {}, h("code", {}, pointer), ` ${message}`))),
      ];
    }
    const { token, code } = minted;
    const id = newId();
    const field = h("textarea", { id, readonly: true, rows: "4", class: "minted", spellcheck: "false" });
    field.value = token;
    const copy = h("button", { type: "button", click: () => void copyFrom(field, copy) }, "Copy");
    return [
      h("p", {}, h("label", { for: id }, "The token")),
      field,
      h(
        "div",
        { class: "bar" },
        copy,
        h("button", { type: "button", click: () => this.#around.inspect(token) }, "Inspect it"),
      ),
      h("h3", {}, "Code that mints the same token"),
      ...Object.entries(code).map(([language, program]) =>
        h(
          "details",
          {},
          h("summary", {}, language),
          h("pre", { tabindex: "0", role: "region", "aria-label": language }, program),
        ),
      ),
    ];
  }
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
