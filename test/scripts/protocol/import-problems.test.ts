import { describe, expect, it } from "vitest";
import { importProblems } from "../../../scripts/protocol/import-problems.js";
import type { MemberOverlay, Overlay } from "../../../scripts/protocol/overlay.js";
import type { ProtoField, ProtoModel } from "../../../scripts/protocol/proto-model.js";

const field = (more: Partial<ProtoField> = {}): ProtoField => ({
  ...{ jsonName: "m", protoName: "m", type: { kind: "scalar", scalar: "string" }, shape: "single" },
  ...more,
});
const modelOf = (more?: Partial<ProtoField>): ProtoModel => ({
  messages: [{ name: "Root", fields: [field(more)] }],
  enums: [],
});
const overlayOf = (words: Partial<MemberOverlay>): Overlay => ({
  messages: { Root: { description: "d", members: { m: { description: "d", ...words } } } },
  enums: {},
});
const problems = (more: Partial<ProtoField>, words: Partial<MemberOverlay>) =>
  importProblems({ model: modelOf(more), overlay: overlayOf(words), release: "1.2.3", unsupported: [] });

const AT = "schema/protocol.overlay.json#/messages/Root/members/m";

describe("an import asks for", () => {
  it.each([
    [{}, {}],
    [{ shape: "list" }, {}],
    [{ shape: "map" }, {}],
  ] as const)("a decision on the secrecy of a text %j", (more, words) => {
    expect(problems(more, words)).toEqual([
      `Root.m may hold a secret; write "x-secret": "refuse", "warn" or false at ${AT}`,
    ]);
  });

  it.each([
    [{}, { "x-secret": false }],
    [{}, { "x-secret": "refuse" }],
    [{ secret: true }, {}],
    [{ secret: true }, { "x-secret": "refuse" }],
    [{ secret: true }, { "x-secret": "warn", "x-secret-reason": "It is an id." }],
    [{ secret: true }, { "x-secret": false, "x-secret-reason": "It is an id." }],
    [{ type: { kind: "scalar", scalar: "uint32" } }, {}],
    [{ type: { kind: "enum", name: "Kind" } }, {}],
  ] as const)("nothing for a field %j with the overlay %j", (more, words) => {
    expect(problems(more, words)).toEqual([]);
  });

  it.each([{ "x-secret": "warn" }, { "x-secret": false }, { "x-secret": false, "x-secret-reason": " " }] as const)(
    "a reason for less secrecy than upstream's mark: %j",
    (words) => {
      expect(problems({ secret: true }, words)).toEqual([
        `Root.m is SENSITIVITY_SECRET upstream; add "x-secret-reason" at ${AT} with the reason why it is not "refuse"`,
      ]);
    },
  );

  it("a missing description, and the removal of a description of nothing", () => {
    expect(problems({}, { description: " ", "x-secret": false })).toEqual([
      `Root.m has no description; write one at ${AT}/description`,
    ]);
    const gone = importProblems({
      ...{ model: { messages: [], enums: [] }, overlay: overlayOf({}), release: "1.2.3", unsupported: [] },
    });
    expect(gone[1]).toBe(`protocol 1.2.3 has no Root.m; remove ${AT}/description`);
  });

  it("a decision on an unsupported field", () => {
    const unsupported = [{ path: "Root.n", problem: "is of type int64" }];
    const words = overlayOf({ "x-secret": false });
    const [problem, ...others] = importProblems({ model: modelOf(), overlay: words, release: "1.2.3", unsupported });
    expect(problem).toMatch(
      /^Root\.n is of type int64, .* Add Root\.n to schema\/protocol\/left-out\.tsv with the reason/,
    );
    expect(others).toEqual([]);
  });
});
