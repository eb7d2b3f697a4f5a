import { describe, expect, it } from "vitest";
import { diffSchemas, formatDiff } from "../../../src/schema-diff/diff-schemas.js";

const object = (properties: Record<string, unknown>) => ({
  title: "Claims",
  type: "object",
  additionalProperties: false,
  properties,
});
const date = { $ref: "#/$defs/Date" };

describe("formatDiff", () => {
  it("lists breaking changes with the affected code and the reason, then new members, other changes and the step", () => {
    const $defs = { Date: { title: "Date", type: "integer" } };
    const wider = { Date: { title: "Date", type: "number" } };
    const before = { ...object({ exp: date, iat: date, room: { type: "string" } }), $defs };
    const after = { ...object({ exp: date, iat: date, tags: { type: "string" } }), $defs: wider, description: "Who." };
    expect(formatDiff(diffSchemas(before, after))).toBe(`breaking:
  /room (Claims.room) removed: the member is gone; breaks code that mints and code that verifies: setting it is rejected, and readers no longer receive it
  /exp and 1 more (Date) widened: type: "integer" → "number"; breaks code that verifies: readers receive a new type of value

new:
  /tags (Claims.tags) added: a new optional member

other:
  (root) (Claims) changed: description: none → "Who."

step: major
`);
  });

  it("reports that there is no change", () => {
    expect(formatDiff(diffSchemas(object({}), object({})))).toBe("no change\n\nstep: none\n");
  });
});

describe("a schema that is not a bundle", () => {
  it.each([
    ["a text", "the old schema: must be a JSON object"],
    [[], "the old schema: must be a JSON object"],
    [object({ room: 1 }), "the old schema: #/properties/room must be a schema: an object or a boolean"],
    [
      object({ room: { $ref: "room.schema.json" } }),
      'the old schema: #/properties/room/$ref "room.schema.json" has no target in the file; pass a bundle',
    ],
    [
      object({ room: { $ref: "#/$defs/Room" } }),
      'the old schema: #/properties/room/$ref "#/$defs/Room" has no target in the file; pass a bundle',
    ],
    [
      object({ room: { $ref: "#/$defs/%ff" } }),
      'the old schema: #/properties/room/$ref "#/$defs/%ff" has no target in the file; pass a bundle',
    ],
    [object({ room: { type: 1 } }), "the old schema: #/properties/room/type must be a string or a list of strings"],
    [object({ room: { maximum: "9" } }), "the old schema: #/properties/room/maximum must be a number"],
    [{ ...object({}), required: "room" }, "the old schema: #/required must be a list of strings"],
    [{ ...object({}), allOf: {} }, "the old schema: #/allOf must be a list"],
    [{ type: "object", properties: [] }, "the old schema: #/properties must be an object"],
    [{ $comment: "An index.", bundles: [] }, "the old schema: has no keyword to compare; pass a bundle"],
    [{ $defs: { A: { $ref: "#/$defs/A" } }, $ref: "#/$defs/A" }, "the old schema: #/$defs/A refers to itself"],
  ])("is reported with its place: %j", (schema, message) => {
    expect(() => diffSchemas(schema, object({ room: {} }))).toThrow(new TypeError(message));
  });
});
