import { expect, it } from "vitest";
import { claimRows } from "../../../src/inspector/claim-rows.js";
import { CLAIMS_SCHEMA } from "../../support/claims-schema.js";

const rowsOf = (claims: unknown) => claimRows(claims, CLAIMS_SCHEMA);

it("lists members in their order, each object before what is in it", () => {
  const { rows, isCut } = rowsOf({ exp: 0, video: { room: "r", canPublishSources: ["camera"] }, x: null });
  expect(rows.map(({ depth, name, value }) => `${" ".repeat(depth)}${name}: ${value}`)).toEqual([
    "exp: 0",
    "video: {2 members}",
    ' room: "r"',
    " canPublishSources: [1 element]",
    '  0: "camera"',
    "x: null",
  ]);
  expect(isCut).toBe(false);
});

it("writes times as moments too", () => {
  expect(rowsOf({ exp: 1767225600 }).rows[0]).toMatchObject({ moment: "2026-01-01T00:00:00Z" });
  expect(rowsOf({ video: { exp: 1 } }).rows[1]).not.toHaveProperty("moment");
});

it("finds the row of a path, or of what is around it", () => {
  const { rowOf } = rowsOf({ exp: 1, video: { room: "r" } });
  expect(rowOf(["video", "room"])).toBe(2);
  expect(rowOf(["video", "roomJoin"])).toBe(1);
  expect(rowOf(["sub"])).toBeUndefined();
  expect(rowOf([])).toBeUndefined();
});

it("stays short, whatever the claims are", () => {
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`m${index}`, index]));
  const long = { ["n".repeat(1e6)]: "\u0000".repeat(1e6) };
  const deep = JSON.parse(`${'{"a":'.repeat(3000)}1${"}".repeat(3000)}`);
  for (const claims of [many, { x: many }, { x: Array(50_000).fill(0) }, long, deep]) {
    const { rows } = rowsOf(claims);
    expect(JSON.stringify(rows).length).toBeLessThan(100_000);
  }
  expect(rowsOf(many).isCut).toBe(true);
});
