import { expect, it } from "vitest";
import { benchPage, benchPlot } from "../../../../scripts/emit/docs/bench-doc.js";

const run = { machine: "A machine", date: "2026-01-02", versions: { "livekit-claims": "0.1.0" } };
const on = (runtime: string, ratio: number) => ({
  runtime,
  title: "verify",
  ratios: { jose: 1, "crypto.subtle's HMAC": 0.2, "livekit-claims": ratio },
});
const onNode = (release: number, ratio: number) => ({
  runtime: `Node ${release}.0.0, x64`,
  title: "verify",
  ratios: { floor: 1, "fast-jwt": 1.4, jose: 9, "livekit-claims": ratio },
});
const measured = {
  node: { ...run, measurements: [onNode(20, 1.1), onNode(26, 1.2)] },
  elsewhere: { ...run, measurements: [on("Deno 2", 1.3), on("workerd 1", 1.26), on("Chromium 1", 1.25)] },
};

it.each([
  ["an old release of Node", "| Node 20.0.0, x64 | verify | 1.10 | 1.15 | 1.40 | met |"],
  ["a new release of Node", "| Node 26.0.0, x64 | verify | 1.20 | 1.15 | 1.40 | **missed** |"],
  ["a runtime with WebCrypto alone that is slower", "| workerd 1 | verify | 1.26 | 0.20 | **missed** |"],
  ["a runtime with WebCrypto alone that is as fast", "| Chromium 1 | verify | 1.25 | 0.20 | met |"],
  ["a runtime without a budget", "| Deno 2 | verify | 1.30 | 0.20 | |"],
])("says which budgets are missed: %s", (_, row) => {
  expect(benchPage(measured)).toContain(row);
});

it("shows all libraries on the newest release of Node", () => {
  expect(benchPage(measured)).toMatch(/\n\| verify \| 1\.00 \| 1\.40 \| 9\.00 \| 1\.20 \|\n\nNode 26\.0\.0, x64, on/);
});

it("draws a bar for each library, and cuts long ones off", () => {
  const plot = benchPlot([onNode(26, 1.2)], "the floor");
  const bars = [...plot.matchAll(/<rect x="170" [^>]*width="(\d+)" height="14"/g)].map(([, width]) => Number(width));
  expect(bars).toHaveLength(4);
  expect(Math.max(...bars)).toBeLessThan(720 - 170);
});
