import { compareOverlay } from "./draft-overlay.js";
import { LEFT_OUT_FILE } from "./left-out.js";
import { type MemberOverlay, OVERLAY_FILE, type Overlay } from "./overlay.js";
import type { ProtoField, ProtoModel } from "./proto-model.js";
import type { Import } from "./room-configuration.js";
import { isUndecided, isUnexplained } from "./secrecy.js";

/**
 * What keeps the schema from being whole, a line each: what somebody has to write, decide or take out, and where.
 */
export function importProblems({ model, unsupported, overlay, release }: Import): string[] {
  const { missing, unknown } = compareOverlay(overlay, model);
  return [
    ...unsupported.map(
      ({ path, problem }) =>
        `${path} ${problem}: the schemas cannot have that yet. Name ${path} in schema/${LEFT_OUT_FILE} with the reason, ` +
        "or teach scripts/protocol/supported-model.ts and src/room-config/ what it is",
    ),
    ...missing.map(({ path, pointer }) => `${path} has no description: write one at ${at(pointer)}`),
    ...unknown.map(({ path, pointer }) => `protocol ${release} has no ${path}: take out ${at(pointer)}`),
    ...overlaidFields(model, overlay).flatMap(({ path, pointer, field, words }) => [
      ...(isUndecided(field, words)
        ? [`${path} may hold a secret: write "x-secret": "refuse", "warn" or false at ${at(pointer)}`]
        : []),
      ...(isUnexplained(field, words)
        ? [
            `${path} is SENSITIVITY_SECRET upstream: write at ${at(pointer)} why it is not refused, as "x-secret-reason"`,
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
