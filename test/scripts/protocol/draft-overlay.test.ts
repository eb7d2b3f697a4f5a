import { describe, expect, it } from "vitest";
import { compareOverlay, draftOverlay } from "../../../scripts/protocol/draft-overlay.js";
import type { Overlay } from "../../../scripts/protocol/overlay.js";
import type { ProtoModel } from "../../../scripts/protocol/proto-model.js";

const field = (name: string): ProtoModel["messages"][number]["fields"][number] => ({
  jsonName: name,
  protoName: name,
  type: { kind: "scalar", scalar: "string" },
  shape: "single",
});
const model: ProtoModel = {
  messages: [
    { name: "Root", fields: [field("name"), field("fresh")] },
    { name: "Fresh", fields: [field("a")] },
  ],
  enums: [{ name: "Kind", values: [0, 1].map((number) => ({ name: number === 0 ? "OLD" : "NEW", number })) }],
};
const overlay: Overlay = {
  messages: {
    Root: {
      description: "The root.",
      members: { gone: { description: "Was here." }, name: { description: "Its name.", "x-secret": "warn" } },
    },
    Gone: { description: "A message.", members: { b: { description: "Its b." } } },
  },
  enums: { Kind: { description: "A kind.", values: { OLD: "an old one" } } },
};
const draft = draftOverlay(overlay, model);

describe("draftOverlay", () => {
  it("has an entry for everything in the model, in its order, and keeps descriptions and marks", () => {
    expect(draft.overlay.messages).toEqual({
      Root: {
        description: "The root.",
        members: { name: { description: "Its name.", "x-secret": "warn" }, fresh: { description: "" } },
      },
      Fresh: { description: "", members: { a: { description: "" } } },
    });
    expect(Object.keys(draft.overlay.messages.Root?.members ?? {})).toEqual(["name", "fresh"]);
    expect(draft.overlay.enums).toEqual({ Kind: { description: "A kind.", values: { OLD: "an old one", NEW: "" } } });
  });

  it("returns the descriptions that it deletes", () => {
    expect(draft.dropped).toMatchObject([
      { path: "Root.gone", description: "Was here." },
      { path: "Gone", description: "A message." },
      { path: "Gone.b", description: "Its b." },
    ]);
  });

  it("does not change a complete overlay", () => {
    expect(draftOverlay(draft.overlay, model)).toEqual({ overlay: draft.overlay, dropped: [] });
  });
});

describe("compareOverlay", () => {
  const pathsOf = (texts: readonly { readonly path: string }[]) => texts.map(({ path }) => path);

  it("names missing and blank descriptions, and descriptions of nothing", () => {
    const { missing, unknown } = compareOverlay(overlay, model);
    expect(pathsOf(missing)).toEqual(["Root.fresh", "Fresh", "Fresh.a", "Kind.NEW"]);
    expect(missing[0]?.pointer).toBe("/messages/Root/members/fresh/description");
    expect(pathsOf(unknown)).toEqual(["Root.gone", "Gone", "Gone.b"]);
    const blank = { ...draft.overlay, enums: { Kind: { description: " \n", values: { OLD: "\t", NEW: "new" } } } };
    expect(pathsOf(compareOverlay(blank, model).missing).slice(-2)).toEqual(["Kind", "Kind.OLD"]);
  });

  it("names everything when the overlay or the model is empty", () => {
    const all = ["Root", "Root.name", "Root.fresh", "Fresh", "Fresh.a", "Kind", "Kind.OLD", "Kind.NEW"];
    expect(pathsOf(compareOverlay({ messages: {}, enums: {} }, model).missing)).toEqual(all);
    expect(pathsOf(compareOverlay(draft.overlay, { messages: [], enums: [] }).unknown)).toEqual(all);
  });
});
