import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOMS } from "./rooms.js";

/** Slow for each mutant, and about the whole package: they run last, and not with `reload`. */
const SLOW = ["test/src/index.hostile-input.test.ts", "test/src/index.properties.test.ts"];
/** Not run: they count work, start programs, or take seconds for each mutant. */
const LEFT_OUT = /\.growth\.test\.ts$|index\.imports\.test\.ts$|lint\.never-throws\.test\.ts$/;

/**
 * Returns the files of tests that may find a mutant of the files, those of their own rooms first. Tests of the command
 * line, and of other rooms that are not measured, are left out: what only they find deserves a test of its own.
 */
export function testsOf(files: readonly string[], reload: boolean): string[] {
  const all = readdirSync(join("test", "src"), { recursive: true, encoding: "utf8" })
    .map((path) => join("test", "src", path))
    .filter((path) => path.endsWith(".test.ts") && !LEFT_OUT.test(path))
    .sort();
  const rooms = [...new Set(files.map((file) => dirname(file)))].map((room) => join("test", room));
  const own = all.filter((path) => rooms.some((room) => path.startsWith(`${room}/`) || path.startsWith(`${room}.`)));
  const whole = all.filter((path) => path.startsWith("test/src/index.") && !SLOW.includes(path));
  const others = all.filter((path) => ROOMS.some((room) => room !== "lint" && path.startsWith(`test/src/${room}/`)));
  return [...new Set(reload ? [...own, ...whole] : [...own, ...others, ...whole, ...SLOW])];
}
