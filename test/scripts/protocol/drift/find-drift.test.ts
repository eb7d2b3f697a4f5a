import { describe, expect, it } from "vitest";
import { findDrift } from "../../../../scripts/protocol/drift/find-drift.js";

const postponed = [{ release: "1.60.1", until: "2026-12-31", reason: "The server has it in January." }];
const base = { release: "1.54.0", newest: "1.54.0", today: "2026-12-01", postponed: [] };

describe("findDrift", () => {
  it("is done when the newest release is imported", () => {
    expect(findDrift(base)).toEqual({ isDone: true, text: "protocol 1.54.0 is imported and is the newest" });
    expect(findDrift({ ...base, release: "1.60.10", newest: "1.60.9" }).isDone).toBe(true);
  });

  it("names the command to run when there is a newer release", () => {
    expect(findDrift({ ...base, newest: "1.60.10" })).toEqual({
      isDone: false,
      text: 'protocol 1.60.10 is available, but 1.54.0 is imported; run "npm run protocol:update"',
    });
  });

  it.each([
    ["1.60.1", "2026-12-31", true],
    ["1.60.0", "2026-12-31", true],
    ["1.60.2", "2026-12-31", false],
    ["1.60.1", "2027-01-01", false],
  ])("with 1.60.1 postponed until the end of 2026 and %s released on %s, is done: %s", (newest, today, isDone) => {
    expect(findDrift({ ...base, newest, today, postponed }).isDone).toBe(isDone);
  });

  it("reports a postponed release that is imported", () => {
    const found = findDrift({ ...base, release: "1.60.1", newest: "1.60.1", postponed });
    expect(found).toMatchObject({ isDone: false, text: expect.stringContaining("remove its line") });
  });
});
