import { describe, expect, it } from "vitest";
import type { ProtoModel } from "../../../scripts/protocol/descriptors.js";
import { draftOverlay, undescribed } from "../../../scripts/protocol/draft-overlay.js";
import type { Overlay } from "../../../scripts/protocol/overlay.js";

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
  it("has an entry for all that the model has, in its order, and keeps words and marks", () => {
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

  it("tells the words that are taken out", () => {
    expect(draft.dropped).toEqual([
      { path: "Root.gone", description: "Was here." },
      { path: "Gone", description: "A message." },
      { path: "Gone.b", description: "Its b." },
    ]);
  });

  it("leaves one that fits as it is", () => {
    expect(draftOverlay(draft.overlay, model)).toEqual({ overlay: draft.overlay, dropped: [] });
  });
});

describe("undescribed", () => {
  it("points to each description that is empty or white space", () => {
    expect(undescribed(draft.overlay)).toEqual([
      "/messages/Root/members/fresh/description",
      "/messages/Fresh/description",
      "/messages/Fresh/members/a/description",
      "/enums/Kind/values/NEW",
    ]);
    expect(undescribed(overlay)).toEqual([]);
  });
});
