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

/** A description of the overlay. */
export interface OverlayText {
  /** What it describes, such as "S3Upload.secret". */
  readonly path: string;
  /** Where it stands in the file: a JSON pointer. */
  readonly pointer: string;
  readonly description: string;
}

/** All descriptions, in the order of the file. */
export function textsOf({ messages, enums }: Overlay): OverlayText[] {
  const text = (path: string, pointer: string, description: string): OverlayText => ({ path, pointer, description });
  return [
    ...Object.entries(messages).flatMap(([name, { description, members }]) => [
      text(name, `/messages/${name}/description`, description),
      ...Object.entries(members).map(([member, words]) =>
        text(`${name}.${member}`, `/messages/${name}/members/${member}/description`, words.description),
      ),
    ]),
    ...Object.entries(enums).flatMap(([name, { description, values }]) => [
      text(name, `/enums/${name}/description`, description),
      ...Object.entries(values).map(([value, words]) =>
        text(`${name}.${value}`, `/enums/${name}/values/${value}`, words),
      ),
    ]),
  ];
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
  const texts = new Map(textsOf(overlay).map(({ path, description }) => [path, description]));
  const known = new Set(wanted);
  return {
    missing: wanted.filter((path) => !texts.get(path)?.trim()),
    unknown: [...texts.keys()].filter((path) => !known.has(path)),
  };
}
