import type { TimeOfJudgment } from "../../report/examination.js";
import { MOMENT_FORMS, parseMoment } from "../../report/moment.js";
import type { Io } from "../terminal/io.js";
import { UsageError } from "../terminal/usage-error.js";

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
  const time = parseMoment(text);
  if (time === undefined) throw new UsageError(`${what}: must be a time such as ${MOMENT_FORMS}`);
  return time;
}
