import { benchmarks, FLOOR } from "./contenders.js";
import { measure } from "./measure.js";

// Times the contenders of one benchmark that are named, next to the floor, and prints the timings as JSON. Prints the names of
// all contenders when none is named.

// The built package. Its types are those of the source, so that type checks need no build.
const entry: string = "livekit-claims";
const ours = (await import(entry)) as typeof import("../../src/index.js");

const [wanted, ...names] = process.argv.slice(2);
const contenders = (await benchmarks(ours)).find(([title]) => title === wanted)?.[1];
if (contenders === undefined) throw new Error(`no benchmark has the title ${wanted}`);
const chosen = contenders.filter(({ name }) => name === FLOOR || names.includes(name));
console.log(JSON.stringify(names.length === 0 ? contenders.map(({ name }) => name) : await measure(chosen)));
