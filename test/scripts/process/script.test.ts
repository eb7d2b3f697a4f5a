import { afterEach, expect, it, vi } from "vitest";
import { script } from "../../../scripts/process/script.js";

const printed = vi.spyOn(console, "error").mockImplementation(() => {});

afterEach(() => {
  printed.mockClear();
  // That of the tests.
  process.exitCode = undefined;
});

const run = (work: (option?: string) => Promise<boolean>, ...args: string[]): Promise<void> =>
  script("the usage", (option) => option === "--check", work, args);

it.each([[["--chek"]], [["--check", "--check"]], [[""]]])(
  "exits 2, prints the usage and does nothing for the arguments %j",
  async (args) => {
    const work = vi.fn(async () => true);
    await run(work, ...args);
    expect(process.exitCode).toBe(2);
    expect(printed.mock.calls).toEqual([["the usage"]]);
    expect(work).not.toHaveBeenCalled();
  },
);

it.each([
  [["--check"], "--check"],
  [[], undefined],
] as const)("passes the arguments %j on as %j", async (args, option) => {
  const work = vi.fn(async () => true);
  await run(work, ...args);
  expect(work).toHaveBeenCalledExactlyOnceWith(option);
  expect(process.exitCode).toBeUndefined();
});

it("exits 1 when the work fails, and prints the message of what it throws", async () => {
  await run(async () => false);
  expect([process.exitCode, printed.mock.calls]).toEqual([1, []]);
  await run(async () => {
    throw new Error("no such file");
  });
  expect([process.exitCode, printed.mock.calls]).toEqual([1, [["no such file"]]]);
});
