import { describe, expect, it } from "vitest";
import type { Drift } from "../../../../scripts/protocol/compare.js";
import { reportLines } from "../../../../scripts/protocol/coverage/report.js";

const NONE: Drift = { added: [], lacking: [], retyped: [] };
const leftOut = new Map([["identity", "Repeats sub."]]);
const finding = (drift: Partial<Drift>) => ({ title: "Go, auth", release: "1.54.0", drift: { ...NONE, ...drift } });
const added = (name: string, renamed?: string) => ({ name, type: "string", ...(renamed ? { renamed } : {}) });

describe("reportLines", () => {
  it("reports that there is no difference", () => {
    expect(reportLines(finding({}), leftOut)).toEqual(["Go, auth 1.54.0", "  has what we have"]);
  });

  it("lists new members, then other types, then lacking members, with the number of members of a lacking object", () => {
    const drift = {
      added: [added("identity"), added("video.spot", "video.room")],
      retyped: [{ name: "kind", ours: "string", theirs: "boolean" }],
      lacking: ["video.room", "agent", "agent.admin", "agent.other", "sip", "sip.call"],
    };
    expect(reportLines(finding(drift), leftOut)).toEqual([
      "Go, auth 1.54.0",
      "  new: video.spot (string), perhaps video.room by another name",
      "  left out: identity. Repeats sub.",
      "  of another type: kind is boolean, here string",
      "  lacks video.room, agent with its 2 members, sip with its member",
    ]);
  });
});
