/** A release of the protocol, or a commit on the way to one: the numbers of both, in the order that counts. */
type Version = readonly [major: number, minor: number, patch: number, commit: number];

// Go names a commit by the release that it is on the way to, its time, and (which tells no order) its hash.
const FORM = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-0\.(\d{14})(?:-[\da-f]{12})?)?$/;

/** Whether a text is "1.43.4", or a commit on the way there as Go writes it: "1.43.5-0.20260114074149". */
export function isProtocolVersion(text: string): boolean {
  return FORM.test(text);
}

/**
 * Below 0 when `a` is the earlier one. A commit on the way to 1.43.5 is later than 1.43.4 and earlier than 1.43.5.
 *
 * @throws RangeError when one is no version
 */
export function compareProtocolVersions(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  for (const [index, number] of left.entries()) {
    const other = right[index] as number;
    if (number !== other) return number < other ? -1 : 1;
  }
  return 0;
}

function parse(text: string): Version {
  const match = FORM.exec(text);
  if (!match) throw new RangeError(`"${text}" is no protocol version such as 1.43.4 or 1.43.5-0.20260114074149`);
  const [, major, minor, patch, time] = match;
  return [Number(major), Number(minor), Number(patch), time === undefined ? Number.POSITIVE_INFINITY : Number(time)];
}

/** Whether what a release brought is not there yet in another one. What no release is known for was always there. */
export function isYounger(since: string | undefined, protocol: string): since is string {
  return since !== undefined && compareProtocolVersions(since, protocol) > 0;
}
