import { repeat } from "./rounds.js";
import type { Benchmark } from "./webcrypto.js";

/**
 * Answers for a worker, whose clock stands still while it computes, so that it is timed from outside: `/` tells the
 * benchmarks, `/?benchmark=0&contender=1&operations=1000` does what it says.
 */
export async function answer(request: Request, benchmarks: readonly Benchmark[]): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const number = (name: string) => Number(searchParams.get(name));
  if (searchParams.size === 0) {
    const names = benchmarks.map(({ title, contenders }) => ({ title, names: contenders.map(({ name }) => name) }));
    return Response.json(names);
  }
  const contender = benchmarks[number("benchmark")]?.contenders[number("contender")];
  if (!contender) return new Response("there is no such contender", { status: 404 });
  await repeat(contender.run, number("operations"));
  return new Response();
}
