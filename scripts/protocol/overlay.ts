/** The path relative to schema/. */
export const OVERLAY_FILE = "protocol.overlay.json";

/** Our descriptions and secrecy decisions for the imported messages: schema/protocol.overlay.json. */
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
  /** Whether it must not or should not reach a client; false means that it may. Default: the mark of upstream. */
  readonly "x-secret"?: "refuse" | "warn" | false;
  /** The reason why it is less secret than upstream marks it. */
  readonly "x-secret-reason"?: string;
}
export interface EnumOverlay {
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A description in the overlay. */
export interface OverlayText {
  /** The name that it describes, such as "S3Upload.secret". */
  readonly path: string;
  /** Its JSON pointer in the file. */
  readonly pointer: string;
  readonly description: string;
}

/** Returns all descriptions, in the order of the file. */
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
