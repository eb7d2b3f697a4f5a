import type { ProtoModel } from "./descriptors.js";

/** The words and secrecy marks that we add to the imported messages: schema/room-configuration.overlay.json. */
export interface Overlay {
  readonly messages: Readonly<Record<string, MessageOverlay>>;
  readonly enums: Readonly<Record<string, EnumOverlay>>;
}
export interface MessageOverlay {
  readonly description: string;
  readonly members: Readonly<Record<string, MemberOverlay>>;
}
export interface MemberOverlay {
  readonly description: string;
  readonly "x-secret"?: "refuse" | "warn";
}
export interface EnumOverlay {
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Names what the overlay lacks and what it has too much, both as paths like "S3Upload.secret".
 * A description of white space counts as lacking.
 */
export function compareOverlay(overlay: Overlay, model: ProtoModel): { missing: string[]; unknown: string[] } {
  const wanted = [
    ...model.messages.flatMap((m) => [m.name, ...m.fields.map((f) => `${m.name}.${f.jsonName}`)]),
    ...model.enums.flatMap((e) => [e.name, ...e.values.map((v) => `${e.name}.${v.name}`)]),
  ];
  const texts = new Map<string, string>();
  for (const [name, message] of Object.entries(overlay.messages)) {
    texts.set(name, message.description);
    for (const [member, { description }] of Object.entries(message.members))
      texts.set(`${name}.${member}`, description);
  }
  for (const [name, { description, values }] of Object.entries(overlay.enums)) {
    texts.set(name, description);
    for (const [value, text] of Object.entries(values)) texts.set(`${name}.${value}`, text);
  }
  const known = new Set(wanted);
  return {
    missing: wanted.filter((path) => !texts.get(path)?.trim()),
    unknown: [...texts.keys()].filter((path) => !known.has(path)),
  };
}
