/** Relative to schema/. */
export const OVERLAY_FILE = "room-configuration.overlay.json";

/** The words and decisions on secrecy that we add to the imported messages: schema/room-configuration.overlay.json. */
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
  /** Whether it may reach a client; false says that it may. Upstream's mark decides when absent. */
  readonly "x-secret"?: "refuse" | "warn" | false;
  /** Why it is less secret than upstream marks it. */
  readonly "x-secret-reason"?: string;
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
