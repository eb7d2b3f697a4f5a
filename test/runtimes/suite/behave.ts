import type { Report } from "../../../scripts/runtimes/drivers/driver.js";
import type { Behaviour, Case } from "./case.js";
import { codeGenerationCases, environmentCases } from "./environment-cases.js";
import { mintingCases } from "./minting-cases.js";
import { vectorCases } from "./vector-cases.js";
import { verifyingCases } from "./verifying-cases.js";

/** Runs the suite. It has no imports, so that it is the same on every runtime. */
export async function behave(behaviour: Behaviour): Promise<Report> {
  const { api, vectors } = behaviour;
  const cases: readonly Case[] = [
    ...vectors.flatMap((vector) => vectorCases(api, vector)),
    ...mintingCases(api),
    ...verifyingCases(api),
    ...environmentCases(behaviour),
    ...codeGenerationCases(behaviour),
  ];
  const failures: { name: string; message: string }[] = [];
  for (const { name, run } of cases) {
    try {
      await run();
    } catch (error) {
      failures.push({ name, message: String(error) });
    }
  }
  return { cases: cases.length, passed: cases.length - failures.length, failures };
}
