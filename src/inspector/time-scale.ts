import { isObject } from "../json/is-object.js";
import { getOwn } from "../json/own.js";

/** A moment on the bar of times. */
export interface Mark {
  readonly name: string;
  /** From 0 at the left to 1 at the right. */
  readonly at: number;
}

export interface TimeScale {
  readonly marks: readonly Mark[];
  /** Where the token is valid, from and to. */
  readonly valid: readonly [from: number, to: number];
}

const CLAIMS = ["iat", "nbf", "exp"] as const;

/** Free space at either end, as a part of the bar. */
const MARGIN = 0.06;

/**
 * Places the times of a payload and now on a line. A time of 0 counts as absent, as servers have it.
 *
 * @param now in seconds
 * @returns undefined for a payload without times
 */
export function timeScale(payload: unknown, now: number): TimeScale | undefined {
  if (!isObject(payload)) return undefined;
  const times = new Map<string, number>();
  for (const claim of CLAIMS) {
    const value = getOwn(payload, claim);
    if (typeof value === "number" && Number.isFinite(value) && value !== 0) times.set(claim, within(value));
  }
  if (times.size === 0) return undefined;
  const all = [...times.values(), now];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const place = (time: number): number =>
    last === first ? 0.5 : MARGIN + ((time - first) / (last - first)) * (1 - 2 * MARGIN);
  const [from, to] = [times.get("nbf") ?? times.get("iat"), times.get("exp")];
  return {
    marks: [...times, ["now", now] as const].map(([name, time]) => ({ name, at: place(time) })),
    valid: [from === undefined ? 0 : place(from), to === undefined ? 1 : place(to)],
  };
}

/** Keeps sums and differences of times finite. */
function within(time: number): number {
  return Math.max(-1e15, Math.min(1e15, time));
}
