import { repeat } from "./rounds.js";
import type { Benchmark } from "./webcrypto.js";

/**
 * Serves benchmarks in a worker. The clock of a worker stops while it computes, so the client measures the time. `/`
 * returns the titles and contenders; `/?benchmark=0&contender=1&operations=1000` runs 1000 operations.
 */
export async function respond(request: Request, benchmarks: readonly Benchmark[]): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const number = (name: string) => Number(searchParams.get(name));
  if (searchParams.size === 0) {
    const names = benchmarks.map(({ title, contenders }) => ({ title, names: contenders.map(({ name }) => name) }));
    return Response.json(names);
  }
  const contender = benchmarks[number("benchmark")]?.contenders[number("contender")];
  if (!contender) return new Response("no such benchmark or contender", { status: 404 });
  await repeat(contender.run, number("operations"));
  return new Response();
}
