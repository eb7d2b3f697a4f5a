import { expect, it } from "vitest";
import { serverTimeline } from "../../../src/inspector/server-timeline.js";
import { targetNames } from "../../../src/targets.js";

it("counts the releases of each part", () => {
  const names = targetNames();
  const [first = "", second = "", third = "", last = ""] = [names[0], names[1], names[2], names.at(-1)];
  const parts = serverTimeline([
    { from: first, to: second, prediction: "refuse", because: ["/roomConfig/tags"] },
    { from: third, to: last, prediction: "accept", because: [] },
  ]);
  expect(parts).toMatchObject([
    { releases: 2, words: 'refuse it with 401 "invalid token", for /roomConfig/tags' },
    { releases: names.length - 2, words: "accept it" },
  ]);
});
