/** RFC 3339, with a space for the T too. */
const RFC_3339 = /^\d{4}-\d\d-(\d\d)[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** The forms of HTTP (RFC 9110, section 5.6.7): that which is written, that of RFC 850, and that of asctime. */
const HTTP = [
  /^[A-Z][a-z]{2}, (\d\d) [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]{5,8}, (\d\d)-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} ([ \d]\d) \d\d:\d\d:\d\d \d{4}$/,
];

/** The forms of a moment that are read, as examples. */
export const MOMENT_FORMS = '"Thu, 26 Nov 2026 12:00:00 GMT", of a server\'s Date header, or 2026-11-26T12:00:00Z';

/**
 * Reads a moment as HTTP's header Date or RFC 3339 writes it, with the name of the header before it or without.
 *
 * @returns milliseconds since 1970; undefined for any other text
 */
export function parseMoment(text: string): number | undefined {
  const written = text.trim().replace(/^date:\s*/i, "");
  const form = [RFC_3339, ...HTTP].find((each) => each.test(written));
  const day = Number(form?.exec(written)?.[1]);
  const time = Date.parse(form === HTTP[2] ? `${written} GMT` : written);
  // Date.parse takes the 30th of February for the 2nd of March.
  const offset = Date.parse(`${written.slice(0, 19).replace(" ", "T")}Z`);
  const readDay = new Date(form === RFC_3339 ? offset : time).getUTCDate();
  return form !== undefined && Number.isFinite(time) && readDay === day ? time : undefined;
}
