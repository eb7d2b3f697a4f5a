import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";

/** Compilers whose code counts only some of its calls. */
const OPTIMIZERS = Number.parseInt(process.versions.node, 10) < 22 ? ["opt"] : ["opt", "maglev"];

/**
 * Counts how often functions and blocks of the package run during an action. Unlike time, the count is the same on
 * every machine. Work inside V8, such as copying strings, is not counted.
 */
export async function workOf(action: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  for (const name of OPTIMIZERS) setFlagsFromString(`--no-${name}`);
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await action();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => /\/(src|generated)\//.test(url) && !url.includes("node_modules"))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    for (const name of OPTIMIZERS) setFlagsFromString(`--${name}`);
    await session.post("Profiler.disable");
    session.disconnect();
  }
}

/**
 * Returns the factor by which the work of an action grows when its input doubles.
 *
 * @param bytes the length of the shorter input
 */
export async function growthOf<T>(
  action: (input: T) => unknown,
  make: (bytes: number) => T,
  bytes: number,
): Promise<number> {
  const [short, long] = [make(bytes), make(2 * bytes)];
  // Warm up, so that values that are computed once and cached are not counted.
  await action(long);
  const once = await workOf(() => action(short));
  if (once === 0) throw new Error("no work was counted");
  return (await workOf(() => action(long))) / once;
}
