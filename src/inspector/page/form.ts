import type { Json } from "../../json/is-object.js";
import { getOwn, getOwnAt } from "../../json/own.js";
import { type Path, toPointer } from "../../json/path.js";
import { calendar } from "../../lint/durations.js";
import { parseMoment } from "../../report/moment.js";
import type { SchemaNode } from "../claims-schema.js";
import { type Control, type Field, fieldsOf } from "../form-fields.js";
import { h, newId } from "./dom.js";
import { SCHEMA } from "./schema.js";

/** Claims that the form does not edit: the key of the page is the issuer, and nobody signs a $schema. */
const LEFT_OUT: readonly string[] = ["$schema", "iss"];

/** `isShown` is whether the form shows the value already, and nothing else depends on it. */
type Change = (path: Path, value: unknown, isShown?: boolean) => void;

/** The fields of the claims, made of their schema. Objects inside are made when they are opened. */
export class Form {
  readonly #root: HTMLElement;
  readonly #change: Change;
  /** The objects that are open, by their pointers. */
  readonly #open = new Set<string>(["/video"]);
  #claims: Json = {};

  constructor(root: HTMLElement, change: Change) {
    this.#root = root;
    this.#change = change;
  }

  /** Takes claims that the form shows already. */
  update(claims: Json): void {
    this.#claims = claims;
  }

  /** Shows claims. The field that has the focus keeps it. */
  render(claims: Json): void {
    this.#claims = claims;
    const focused = document.activeElement?.id ?? "";
    const [plain, groups] = split(fieldsOf(SCHEMA, SCHEMA).filter(({ name }) => !LEFT_OUT.includes(name)));
    this.#root.replaceChildren(...groups.map((field) => this.#group(field, [])), this.#fields(plain, []));
    if (focused.startsWith("/")) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  #fields(fields: readonly Field[], path: Path): HTMLElement {
    return h("div", { class: "fields" }, ...fields.map((field) => this.#field(field, [...path, field.name])));
  }

  #object(node: SchemaNode, path: Path): Node[] {
    const [plain, groups] = split(fieldsOf(node, SCHEMA));
    return [this.#fields(plain, path), ...groups.map((field) => this.#group(field, path))];
  }

  #group({ name, description, control }: Field, parent: Path): HTMLElement {
    const path = [...parent, name];
    const pointer = toPointer(path);
    const node = (control as { readonly node: SchemaNode }).node;
    const summary = h("summary", { id: pointer }, `${name} `, h("span", { class: "note" }, description));
    const content = (): Node[] => (control.kind === "list" ? this.#list(name, node, path) : this.#object(node, path));
    return this.#details(pointer, summary, content);
  }

  #details(pointer: string, summary: HTMLElement, content: () => Node[]): HTMLElement {
    const isOpen = this.#open.has(pointer);
    const details = h("details", { open: isOpen }, summary, ...(isOpen ? content() : []));
    details.addEventListener("toggle", () => {
      if (details.open === this.#open.has(pointer)) return;
      if (details.open) this.#open.add(pointer);
      else this.#open.delete(pointer);
      details.replaceChildren(summary, ...(details.open ? content() : []));
    });
    return details;
  }

  #list(name: string, node: SchemaNode, path: Path): Node[] {
    const value = getOwnAt(this.#claims, path);
    const elements: readonly unknown[] = Array.isArray(value) ? value : [];
    return [
      ...elements.map((_, index) => {
        const remove = h(
          "button",
          { type: "button", click: () => this.#change([...path, index], undefined) },
          `Remove ${name} ${index + 1}`,
        );
        const legend = h("legend", {}, `${name} ${index + 1}`);
        return h("fieldset", {}, legend, ...this.#object(node, [...path, index]), remove);
      }),
      h(
        "button",
        { type: "button", id: `${toPointer(path)}/-`, click: () => this.#change([...path, elements.length], {}) },
        `Add to ${name}`,
      ),
    ];
  }

  #field({ name, description, control }: Field, path: Path): HTMLElement {
    const id = toPointer(path);
    const help = h("p", { class: "note", id: newId() }, description);
    const value = getOwnAt(this.#claims, path);
    if (control.kind === "box") return this.#box(name, help, control, path);
    if (control.kind === "choices") return this.#choices(name, help, control.options, path);
    if (control.kind === "choice") {
      const options = ["", ...control.options].map((option) =>
        h("option", { value: option }, option === "" ? "not set" : option),
      );
      const select = h("select", { id, "aria-describedby": help.id }, ...options);
      select.value = typeof value === "string" ? value : "";
      select.addEventListener("change", () => this.#change(path, select.value === "" ? undefined : select.value));
      return h("div", {}, h("label", { for: id }, name), h("div", {}, select), help);
    }
    return h("div", {}, h("label", { for: id }, name), this.#input(help, control, path, value), help);
  }

  #box(name: string, help: HTMLElement, control: Extract<Control, { kind: "box" }>, path: Path): HTMLElement {
    const value = getOwnAt(this.#claims, path);
    const input = h("input", { type: "checkbox", id: toPointer(path), "aria-describedby": help.id });
    const followed = control.follows && getOwn(getOwnAt(this.#claims, path.slice(0, -1)), control.follows);
    // A member that follows another one is true where that one is absent too, as its description says.
    const fallback = control.follows === undefined ? control.checked : followed !== false;
    input.checked = typeof value === "boolean" ? value : fallback;
    input.addEventListener("change", () => this.#change(path, input.checked === fallback ? undefined : input.checked));
    return h("div", {}, h("label", { class: "box" }, input, name), help);
  }

  #choices(name: string, help: HTMLElement, options: readonly string[], path: Path): HTMLElement {
    const value = getOwnAt(this.#claims, path);
    const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
    const boxes = options.map((option) => {
      const input = h("input", { type: "checkbox", id: `${toPointer(path)}=${option}` });
      input.checked = chosen.includes(option);
      input.addEventListener("change", () => {
        const others = chosen.filter((other) => other !== option);
        const next = input.checked ? [...others, option] : others;
        this.#change(path, next.length === 0 ? undefined : next);
      });
      return h("label", { class: "box" }, input, option);
    });
    return h("fieldset", {}, h("legend", {}, name), ...boxes, help);
  }

  #input(help: HTMLElement, { kind }: Control, path: Path, value: unknown): HTMLElement {
    const shared = { id: toPointer(path), spellcheck: "false", autocomplete: "off", "aria-describedby": help.id };
    const isLong = kind === "lines" || kind === "pairs";
    const input = isLong
      ? h("textarea", { ...shared, rows: "2", placeholder: kind === "lines" ? "one a line" : "name=value, one a line" })
      : h("input", {
          ...shared,
          placeholder: PLACEHOLDERS[kind],
          inputmode: kind === "number" ? "numeric" : undefined,
        });
    input.value = toText(kind, value);
    // The form is not made anew: a click that ends the writing would miss what it goes to.
    input.addEventListener("change", () => this.#change(path, fromText(kind, input.value), true));
    return input;
  }
}

const PLACEHOLDERS: Readonly<Partial<Record<Control["kind"], string>>> = { time: "2026-12-31T12:00:00Z" };

function split(fields: readonly Field[]): [plain: Field[], groups: Field[]] {
  const isGroup = ({ control }: Field): boolean => "node" in control;
  return [fields.filter((field) => !isGroup(field)), fields.filter(isGroup)];
}

function toText(kind: Control["kind"], value: unknown): string {
  if (value === undefined || value === null) return "";
  if (kind === "lines" && Array.isArray(value)) return value.join("\n");
  if (kind === "pairs")
    return Object.entries(value)
      .map((pair) => pair.join("="))
      .join("\n");
  if (kind === "time" && typeof value === "number") return calendar(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Returns what was written, for validation to judge; undefined for nothing. */
function fromText(kind: Control["kind"], text: string): unknown {
  if (text.trim() === "") return undefined;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  switch (kind) {
    case "number":
      return toNumber(text);
    case "time": {
      const moment = parseMoment(text);
      return moment === undefined ? toNumber(text) : Math.floor(moment / 1000);
    }
    case "lines":
      return lines;
    case "pairs":
      return Object.fromEntries(lines.map((line) => [line.split("=", 1)[0], line.slice(line.indexOf("=") + 1)]));
    default:
      return text;
  }
}

function toNumber(text: string): unknown {
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
