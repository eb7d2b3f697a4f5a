import { behave } from "./behave.js";
import { vectors } from "./vectors.js";

/** Prints the result of the suite in this process. */
export async function report(api) {
  const { Bun, Deno, process } = globalThis;
  const { LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = process.env;
  const noCodeGeneration = process.argv.includes("no-code-generation");
  const result = await behave({ api, vectors, environment: { key, secret }, noCodeGeneration });
  console.log(JSON.stringify({ version: Bun?.version ?? Deno?.version.deno ?? process.versions.node, ...result }));
}
