import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { installPacked } from "../../scripts/runtimes/packed.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder for this run, from which `livekit-claims` resolves to the packed package. */
    readonly work: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const work = await mkdtemp(join(await installPacked(), "run-"));
  provide("work", work);
  return () => rm(work, { recursive: true, force: true });
}
