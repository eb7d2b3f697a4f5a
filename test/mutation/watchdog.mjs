import { appendFileSync } from "node:fs";
import { workerData } from "node:worker_threads";

// Ends the process when a mutant keeps it busy for good: a loop without an end cannot be interrupted otherwise.
// The shared array holds a count, which grows with each run of a test, and the id of the mutant that is on, or -1.
const { shared, undecided, kills, seconds } = workerData;
const state = new Int32Array(shared);
let [before] = state;
setInterval(() => {
  const [count, mutant] = state;
  if (count === before && mutant >= 0) {
    appendFileSync(kills, `${JSON.stringify({ mutant: undecided[mutant], by: "a test that does not end" })}\n`);
    process.kill(process.pid, "SIGKILL");
  }
  before = count;
}, seconds * 1000);
