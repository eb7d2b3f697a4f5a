import { getOwn } from "../../src/json/own.js";
import type { ProtoModel } from "./descriptors.js";
import { type MessageOverlay, type Overlay, textsOf } from "./overlay.js";

export interface OverlayDraft {
  /** In the order of the model; what is new has empty descriptions. */
  readonly overlay: Overlay;
  /** What the model no longer has, as "S3Upload.secret", and the words for it, which are taken out. */
  readonly dropped: readonly { readonly path: string; readonly description: string }[];
}

/** Makes the overlay one of this model: an entry for all that it has, and for nothing else. */
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
    dropped: textsOf(overlay)
      .filter(({ path }) => !kept.has(path))
      .map(({ path, description }) => ({ path, description })),
  };
}

/** JSON pointers to the descriptions that somebody has yet to write. */
export function undescribed(overlay: Overlay): string[] {
  return textsOf(overlay)
    .filter(({ description }) => description.trim() === "")
    .map(({ pointer }) => pointer);
}
