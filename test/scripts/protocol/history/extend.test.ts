import { describe, expect, it } from "vitest";
import { knownSince, modelAt } from "../../../../scripts/model/history/history.js";
import { writeHistory } from "../../../../scripts/model/history/text.js";
import { addReadings } from "../../../../scripts/protocol/history/extend.js";
import type { Reading } from "../../../../scripts/protocol/module/reading.js";
import type { ProtoField } from "../../../../scripts/protocol/proto-model.js";
import { HISTORY, HISTORY_TEXT } from "../../../support/replayable.js";

const color: ProtoField = {
  ...{ jsonName: "color", protoName: "color", type: { kind: "scalar", scalar: "string" }, shape: "single" },
};
const reading = (release: string): Reading => ({
  ...{ release, sum: `h1:${release}`, claimEnums: [], claims: { mood: "string" } },
  model: { messages: [{ name: "RoomConfiguration", fields: [color] }], enums: [] },
});

describe("addReadings", () => {
  it("adds releases at the end, each with its checksum", () => {
    const history = addReadings(HISTORY, [reading("9.1.0"), reading("9.0.0")]);
    expect(history.releases).toEqual([...HISTORY.releases, "9.0.0", "9.1.0"]);
    expect(history.sums).toEqual({ ...HISTORY.sums, "9.0.0": "h1:9.0.0", "9.1.0": "h1:9.1.0" });
    expect(history.members["RoomConfiguration.color"]).toEqual({ since: "9.0.0", is: "string" });
    expect(history.claims.mood).toEqual({ since: "9.0.0", is: "string" });
    expect(history.members["RoomConfiguration.name"]).toMatchObject({ removed: "9.0.0" });
  });

  it("inserts a release in between, and does not change the others", () => {
    const history = addReadings(HISTORY, [reading("1.46.1")]);
    expect(history.members["RoomConfiguration.color"]).toMatchObject({ since: "1.46.1", removed: "1.46.2" });
    expect(knownSince(history.members["RoomConfiguration.name"])).toBe("1.46.2");
    for (const release of ["0.1.0", "1.46.0", "1.46.2", "1.54.0"]) {
      expect(modelAt(history, release)).toEqual(modelAt(HISTORY, release));
    }
  });

  it("changes nothing without readings", () => {
    expect(writeHistory(addReadings(HISTORY, []))).toBe(HISTORY_TEXT);
  });
});
