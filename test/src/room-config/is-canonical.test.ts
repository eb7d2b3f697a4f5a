import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enums, type MemberShape, type Shape, shapes } from "../../../generated/shapes.js";
import { checkRoomConfiguration } from "../../../generated/validators.js";
import { buildRoomConfiguration } from "../../../src/room-config/build.js";
import { isCanonical } from "../../../src/room-config/is-canonical.js";
import { normalizeRoomConfig } from "../../../src/room-config/normalize.js";
import { mutated, validClaims } from "../../support/arbitrary-claims.js";

const members: Shape = shapes.RoomConfiguration ?? {};

/** Whether a member belongs to a oneof, or holds a message that has one. */
const usesOneof = ({ oneof, of = "" }: MemberShape): boolean =>
  oneof !== undefined || Object.values(shapes[of] ?? {}).some(usesOneof);

/** Canonical room configurations, without any oneof. */
const built = validClaims.map(({ roomConfig }) => {
  const config = Object.entries(roomConfig ?? {}).filter(([name]) => !usesOneof(members[name] as MemberShape));
  return buildRoomConfiguration(Object.fromEntries(config));
});

it("what building returns is canonical", () => {
  fc.assert(
    fc.property(built, (config) => {
      expect(isCanonical(config)).toBe(true);
    }),
  );
});

it("normalizing leaves a canonical room configuration as it is, without an issue", () => {
  fc.assert(
    fc.property(mutated(built), (config) => {
      const { value, issues } = normalizeRoomConfig(config, []);
      if (isCanonical(config)) expect([issues, JSON.stringify(value)]).toEqual([[], JSON.stringify(config)]);
    }),
  );
});

it("building leaves a canonical room configuration as it is, when it is valid", () => {
  fc.assert(
    fc.property(mutated(built), (config) => {
      if (!isCanonical(config) || !checkRoomConfiguration(config)) return;
      expect(JSON.stringify(buildRoomConfiguration(config as object))).toBe(JSON.stringify(config));
    }),
  );
});

describe("a room configuration is not canonical", () => {
  it.each<[string, unknown]>([
    ["in another order", { maxParticipants: 2, name: "room" }],
    ["in snake_case", { max_participants: 2 }],
    ["with an unknown member", { name: "room", color: "red" }],
    ["with a name of Object.prototype", { constructor: "room" }],
    ["with null", { name: null }],
    ["with an empty text", { name: "" }],
    ["with false", { syncStreams: false }],
    ["with 0", { maxParticipants: 0 }],
    ["with -0", { maxParticipants: -0 }],
    ["with an empty list", { agents: [] }],
    ["with an empty map", { tags: {} }],
    ["with a number as text", { maxParticipants: "2" }],
    ["with the number of an enum's value", { agents: [{ restartPolicy: 1 }] }],
    ["with the default of an enum", { agents: [{ restartPolicy: "JRP_ON_FAILURE" }] }],
    ["with an unknown value of an enum", { agents: [{ restartPolicy: "JRP_SOMETIMES" }] }],
    ["with an object for the value of an enum", { agents: [{ restartPolicy: { toString: 1 } }] }],
    ["with null in a list of messages", { agents: [null] }],
    ["with an object for a list", { agents: { 0: {} } }],
    ["with a list for a map", { tags: ["a"] }],
    ["with a text for a message", { egress: "room" }],
    ["with two members of a oneof", { egress: { tracks: { s3: {}, gcp: {} } } }],
    ["when it is a list", []],
    ["when it is a text", "room"],
    ["when it is null", null],
  ])("%s", (_, config) => {
    expect(isCanonical(config)).toBe(false);
  });
});

it("values of wrong types that normalizing keeps are left to the validator", () => {
  const configs = [{ name: 5 }, { syncStreams: "yes" }, { maxParticipants: 0.5 }, { tags: { a: 1 } }];
  expect(configs.map(isCanonical)).toEqual([true, true, true, true]);
});

it("each value of an enum but the default is canonical", () => {
  const [first, ...others] = Object.keys(enums.JobRestartPolicy).map((restartPolicy) => ({
    agents: [{ restartPolicy }],
  }));
  expect([isCanonical(first), ...others.map(isCanonical)]).toEqual([false, ...others.map(() => true)]);
});
