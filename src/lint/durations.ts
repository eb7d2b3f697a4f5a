const UNITS = [
  ["year", 31_536_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

type Unit = (typeof UNITS)[number];

/** From this many of a unit on, the next smaller unit is left out. */
const FEW = 10;

/** Returns the distance of a moment in words: "in 1 hour 30 minutes", "3 minutes ago", "now". */
export function fromNow(seconds: number): string {
  const words = duration(Math.abs(seconds));
  if (words === "") return "now";
  return seconds > 0 ? `in ${words}` : `${words} ago`;
}

/** Returns a duration in its largest unit; under ten of it, with the next smaller one. Empty for less than a second. */
export function duration(seconds: number): string {
  const step = stepOf(seconds);
  if (step === undefined) return "";
  // Rounded first, so that 59 minutes 59.9 seconds are an hour.
  const length = Math.round(seconds / step) * step;
  const at = UNITS.findIndex(([, size]) => length >= size);
  const [unit, size] = UNITS[at] as Unit;
  const count = Math.floor(length / size);
  const [finer, finerSize] = UNITS[at + 1] ?? ["", 1];
  const rest = count < FEW ? Math.floor((length - count * size) / finerSize) : 0;
  return rest === 0 ? counted(count, unit) : `${counted(count, unit)} ${counted(rest, finer)}`;
}

/** Returns the unit to round to, in seconds. */
function stepOf(seconds: number): number | undefined {
  const at = UNITS.findIndex(([, size]) => seconds >= size);
  const unit = UNITS[at];
  return unit && seconds < FEW * unit[1] ? (UNITS[at + 1] ?? unit)[1] : unit?.[1];
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** Returns a moment in UTC, or as a number where Date cannot represent it. */
export function calendar(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds} seconds after 1970` : date.toISOString().replace(".000Z", "Z");
}
