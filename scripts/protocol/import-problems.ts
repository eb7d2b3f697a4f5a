import { compareOverlay } from "./draft-overlay.js";
import { LEFT_OUT_FILE } from "./left-out.js";
import type { Import } from "./message-schema.js";
import { type MemberOverlay, OVERLAY_FILE, type Overlay } from "./overlay.js";
import type { ProtoField, ProtoModel } from "./proto-model.js";
import { isUndecided, lacksReason } from "./secrecy.js";

/** Returns the problems that make the schema incomplete, a line each: what to write, decide or remove, and where. */
export function importProblems({ model, unsupported, overlay, release }: Import): string[] {
  const { missing, unknown } = compareOverlay(overlay, model);
  return [
    ...unsupported.map(
      ({ path, problem }) =>
        `${path} ${problem}, which the schemas do not support. Add ${path} to schema/${LEFT_OUT_FILE} with the reason, ` +
        "or add support in scripts/protocol/supported-model.ts and src/room-config/",
    ),
    ...missing.map(({ path, pointer }) => `${path} has no description; write one at ${at(pointer)}`),
    ...unknown.map(({ path, pointer }) => `protocol ${release} has no ${path}; remove ${at(pointer)}`),
    ...overlaidFields(model, overlay).flatMap(({ path, pointer, field, words }) => [
      ...(isUndecided(field, words)
        ? [`${path} may hold a secret; write "x-secret": "refuse", "warn" or false at ${at(pointer)}`]
        : []),
      ...(lacksReason(field, words)
        ? [
            `${path} is SENSITIVITY_SECRET upstream; add "x-secret-reason" at ${at(pointer)} with the reason why it is not "refuse"`,
          ]
        : []),
    ]),
  ];
}

interface OverlaidField {
  readonly path: string;
  readonly pointer: string;
  readonly field: ProtoField;
  readonly words: MemberOverlay | undefined;
}

function overlaidFields({ messages }: ProtoModel, overlay: Overlay): OverlaidField[] {
  return messages.flatMap(({ name, fields }) =>
    fields.map((field) => ({
      path: `${name}.${field.jsonName}`,
      pointer: `/messages/${name}/members/${field.jsonName}`,
      field,
      words: overlay.messages[name]?.members[field.jsonName],
    })),
  );
}

function at(pointer: string): string {
  return `schema/${OVERLAY_FILE}#${pointer}`;
}
