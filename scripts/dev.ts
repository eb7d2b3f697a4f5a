import { spawn } from "node:child_process";
import { once } from "node:events";

/** Regenerates when a schema is saved, and runs the tests that a change affects, until Ctrl-C. */

const generate = spawn("npm", ["run", "--silent", "generate", "--", "--watch"], {
  stdio: ["ignore", "inherit", "inherit"],
});
// vitest reads the keyboard for its commands.
const test = spawn("npx", ["vitest", "watch", "--project", "node", "--project", "scripts"], { stdio: "inherit" });
await Promise.race([once(generate, "exit"), once(test, "exit")]);
generate.kill();
test.kill();
