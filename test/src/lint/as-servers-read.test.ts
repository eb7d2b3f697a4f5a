import { expect, it } from "vitest";
import { asServersRead } from "../../../src/lint/as-servers-read.js";

it("claims are read with names in any case, and without nulls", () => {
  const payload = {
    SUB: "alice",
    name: null,
    other: null,
    Video: { Room: "r", roomJoin: null, ["x".repeat(100)]: 1, canPublishSources: ["camera", null] },
    attributes: { a: "b", c: null },
    roomConfig: { name: null, EMPTYTIMEOUT: 5 },
    ROOMCONFIG: null,
  };
  const read = asServersRead(payload);
  expect(read.payload).toEqual({
    sub: "alice",
    other: null,
    video: { room: "r", ["x".repeat(100)]: 1, canPublishSources: ["camera", ""] },
    attributes: { a: "b", c: "" },
    roomConfig: null,
  });
  expect(read.isChanged).toBe(true);
  expect(read.nulls).toEqual([["name"], ["Video", "roomJoin"], ["Video", "canPublishSources", 1], ["attributes", "c"]]);
});

it("a room configuration that is null, and values of other types, are as they are", () => {
  for (const payload of [{ roomConfig: null }, { video: [null], attributes: [null], kindDetails: { a: null } }]) {
    expect(asServersRead(payload)).toEqual({ payload, nulls: [], isChanged: false });
  }
});
