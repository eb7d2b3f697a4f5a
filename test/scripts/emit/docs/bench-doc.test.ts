import { expect, it } from "vitest";
import { benchPage, benchPlot } from "../../../../scripts/emit/docs/bench-doc.js";

const measured = {
  machine: "A machine",
  date: "2026-01-02",
  versions: { "livekit-claims": "0.1.0" },
  measurements: [
    {
      runtime: "Node 20.0.0, x64",
      title: "verify",
      ratios: { floor: 1, "fast-jwt": 1.4, jose: 9, "livekit-claims": 1.2 },
    },
  ],
};

it("says which budgets are missed", () => {
  expect(benchPage(measured)).toContain("| verify | 1.20 | 1.15 | 1.40 | **missed** |");
});

it("draws a bar for each library, and cuts long ones off", () => {
  const widths = [...benchPlot(measured).matchAll(/height="14" fill/g)];
  expect(widths).toHaveLength(4);
  const bars = [...benchPlot(measured).matchAll(/<rect x="170" [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
  expect(Math.max(...bars)).toBeLessThan(720 - 170);
});
