import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./fingerprint.js";
import { ROOMS, type Room } from "./rooms.js";

/** Slow for each mutant, and about the whole package: it runs last, and not with `reload`. */
const SLOW = "test/src/index.properties.test.ts";
/** Not run: they count work, start programs, or take seconds for each mutant. */
const LEFT_OUT = /(\.growth|index\.imports|index\.hostile-input|lint\.never-throws)\.test\.ts$/;

/**
 * Returns the files of tests that may find a mutant of files of one room: those of the room, of the measured rooms above
 * it, and of the whole package. Tests of lint and the command line count for their own rooms alone: what only they find
 * deserves a test of its own.
 */
export function testsOf(room: Room, reload: boolean): string[] {
  const all = filesIn(join("test", "src")).filter((path) => path.endsWith(".test.ts") && !LEFT_OUT.test(path));
  const ofRoom = (name: Room) =>
    all.filter((path) => path.startsWith(`test/src/${name}/`) || path.startsWith(`test/src/${name}.`));
  const above = ROOMS.slice(ROOMS.indexOf(room) + 1).filter((name) => name !== "lint");
  const whole = all.filter((path) => path.startsWith("test/src/index.") && path !== SLOW);
  return reload ? [...ofRoom(room), ...whole] : [...ofRoom(room), ...above.flatMap(ofRoom), ...whole, SLOW];
}

/** Returns whether a file of tests is for a file of src/ by its name, such as token-verifier.webhook.test.ts. */
export function isTestOf(test: string, file: string): boolean {
  return test.startsWith(`test/${file.replace(/ts$/, "")}`);
}

/** Returns a hash of each file of tests, and of the files that tests share. */
export function versionsOf(tests: readonly string[]): Record<string, string> {
  const read = (path: string): string => readFileSync(path, "utf8");
  const shared = filesIn(join("test", "support")).map(read).join("\n");
  return Object.fromEntries(tests.map((path) => [path, hashOf(`${shared}\n${read(path)}`)]));
}

function filesIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path))
    .sort();
}
