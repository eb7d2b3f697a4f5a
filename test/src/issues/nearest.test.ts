import { describe, expect, it } from "vitest";
import { nearest, withOneWordMore } from "../../../src/issues/nearest.js";

describe("the nearest name", () => {
  it.each<[string, string[], string | undefined]>([
    // Case and underscores come first.
    ["room_join", ["roomJoim", "roomJoin"], "roomJoin"],
    ["ROOM", ["rooms", "room"], "room"],
    // One letter away, if the name has more than two.
    ["rom", ["room"], "room"],
    ["roon", ["room"], "room"],
    ["rooom", ["room"], "room"],
    ["ab", ["ac"], undefined],
    ["abc", ["abd"], "abd"],
    // One word more, the shortest such name.
    ["join", ["roomJoinAll", "roomJoin"], "roomJoin"],
    ["room", ["roomJoin"], "roomJoin"],
    // The name of it.
    ["roomName", ["room"], "room"],
    // Two letters away, if the name has more than four.
    ["abcde", ["abxye"], "abxye"],
    ["abcd", ["abxy"], undefined],
    ["abcde", ["axxxe"], undefined],
    // No name that it only begins with.
    ["agentId", ["agent"], undefined],
    ["agents", ["agent"], "agent"],
  ])("of %j among %j is %j", (name, known, expected) => {
    expect(nearest(name, known)).toBe(expected);
  });

  it("is looked for up to 64 characters", () => {
    expect(nearest("a".repeat(64), ["A".repeat(64)])).toBe("A".repeat(64));
    expect(nearest("a".repeat(65), ["A".repeat(65)])).toBeUndefined();
  });
});

it.each<[string, string[], string | undefined]>([
  ["admin", ["roomAdmin"], "roomAdmin"],
  ["agent", ["agent-name", "agent_id"], "agent_id"],
  ["roomAdmin", ["roomAdmin", "admin"], undefined],
  ["dmin", ["roomAdmin"], undefined],
  ["join__", ["roomJoin"], "roomJoin"],
])("the name with one word more than %j among %j is %j", (name, known, expected) => {
  expect(withOneWordMore(name, known)).toBe(expected);
});
