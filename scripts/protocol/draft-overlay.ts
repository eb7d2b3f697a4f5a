import { getOwn } from "../../src/json/own.js";
import { type MessageOverlay, type Overlay, type OverlayText, textsOf } from "./overlay.js";
import type { ProtoModel } from "./proto-model.js";

export interface OverlayDraft {
  /** The entries in the order of the model. New ones have empty descriptions. */
  readonly overlay: Overlay;
  /** The descriptions that were removed, since the model does not have what they describe. */
  readonly dropped: readonly OverlayText[];
}

/** Adapts the overlay to a model: adds an entry for everything in the model, and removes all others. */
export function draftOverlay(overlay: Overlay, model: ProtoModel): OverlayDraft {
  const messages = model.messages.map(({ name, fields }): [string, MessageOverlay] => {
    const written = getOwn(overlay.messages, name);
    const members = fields.map(({ jsonName }) => {
      const member = written && getOwn(written.members, jsonName);
      return [jsonName, member ?? { description: "" }] as const;
    });
    return [name, { description: written?.description ?? "", members: Object.fromEntries(members) }];
  });
  const enums = model.enums.map(({ name, values }) => {
    const written = getOwn(overlay.enums, name);
    const texts = values.map((value) => [value.name, (written && getOwn(written.values, value.name)) ?? ""] as const);
    return [name, { description: written?.description ?? "", values: Object.fromEntries(texts) }] as const;
  });
  const drafted: Overlay = { ...overlay, messages: Object.fromEntries(messages), enums: Object.fromEntries(enums) };
  const kept = new Set(textsOf(drafted).map(({ path }) => path));
  return {
    overlay: drafted,
    dropped: textsOf(overlay).filter(({ path }) => !kept.has(path)),
  };
}

/** Returns the descriptions that the overlay lacks, and those of names that the model does not have. */
export function compareOverlay(
  overlay: Overlay,
  model: ProtoModel,
): { readonly missing: readonly OverlayText[]; readonly unknown: readonly OverlayText[] } {
  const { overlay: whole, dropped } = draftOverlay(overlay, model);
  return { missing: textsOf(whole).filter(({ description }) => description.trim() === ""), unknown: dropped };
}
