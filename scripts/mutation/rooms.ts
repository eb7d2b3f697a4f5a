import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The rooms of src/ whose tests are measured, from the ground up, with the least share of mutants, in percent, that tests
 * must kill.
 */
export const THRESHOLDS = {
  json: 95,
  issues: 95,
  jws: 95,
  "room-config": 95,
  permissions: 95,
  targets: 95,
  claims: 95,
  mint: 95,
  verify: 95,
  lint: 92,
} as const;

export type Room = keyof typeof THRESHOLDS;

export const ROOMS = Object.keys(THRESHOLDS) as readonly Room[];

export function isRoom(name: string): name is Room {
  return Object.hasOwn(THRESHOLDS, name);
}

/** Returns the files of a room, as paths from the root of the repository. */
export function filesOf(room: Room): string[] {
  const folder = join("src", room);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path))
    .sort();
}
