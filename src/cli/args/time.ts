import type { Io } from "../terminal/io.js";
import { UsageError } from "../terminal/usage-error.js";

/** RFC 3339, with a space for the T too. */
const RFC_3339 = /^\d{4}-\d\d-(\d\d)[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** The forms of HTTP (RFC 9110, section 5.6.7): that which is written, that of RFC 850, and that of asctime. */
const HTTP = [
  /^[A-Z][a-z]{2}, (\d\d) [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]{5,8}, (\d\d)-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} ([ \d]\d) \d\d:\d\d:\d\d \d{4}$/,
];

/** The time to judge at, in milliseconds since 1970, and by how many seconds the clock of this machine is ahead of it. */
export interface TimeOfJudgment {
  readonly clock: () => number;
  readonly skew: number;
}

/**
 * Returns the clock of this machine, unless `--now` names another time.
 *
 * @throws UsageError
 */
export function clockAt(now: string | undefined, { clock }: Pick<Io, "clock">): TimeOfJudgment {
  if (now === undefined) return { clock, skew: 0 };
  const time = parseTime("--now", now);
  return { clock: () => time, skew: (clock() - time) / 1000 };
}

/**
 * Reads a moment as HTTP's header Date or RFC 3339 writes it, with the name of the header before it or without.
 *
 * @returns milliseconds since 1970
 * @throws UsageError
 */
export function parseTime(what: string, text: string): number {
  const written = text.trim().replace(/^date:\s*/i, "");
  const form = [RFC_3339, ...HTTP].find((each) => each.test(written));
  const day = Number(form?.exec(written)?.[1]);
  const time = Date.parse(form === HTTP[2] ? `${written} GMT` : written);
  // Date.parse takes the 30th of February for the 2nd of March.
  const offset = Date.parse(`${written.slice(0, 19).replace(" ", "T")}Z`);
  const readDay = new Date(form === RFC_3339 ? offset : time).getUTCDate();
  if (form !== undefined && Number.isFinite(time) && readDay === day) return time;
  throw new UsageError(
    `${what}: must be a time such as "Thu, 26 Nov 2026 12:00:00 GMT", of a server's Date header, or 2026-11-26T12:00:00Z`,
  );
}
