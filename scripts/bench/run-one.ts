import { ours } from "./built-package.js";
import { benchmarks, FLOOR } from "./contenders.js";
import { measure } from "./measure.js";

// Times the floor of a benchmark and one other contender, and prints both timings as JSON.

const [wanted, contender] = process.argv.slice(2);
const contenders = (await benchmarks(ours)).find(([title]) => title === wanted)?.[1] ?? [];
console.log(JSON.stringify(await measure(contenders.filter(({ name }) => name === FLOOR || name === contender))));
