import { agrees, contradictsItself, placeOf } from "./agreement.js";
import { leniencyFor } from "./known-disagreements.js";
import type { Verdicts } from "./panel.js";
import type { Verdict } from "./validators/validator.js";

/** The validator that the others are compared with. It needs no leniency, and no toolchain besides the project's. */
const FIRST = "ajv";

/** Returns the verdict of the first validator. */
export function firstOf(verdicts: Verdicts | undefined): Verdict {
  const verdict = verdicts?.get(FIRST);
  if (!verdict) throw new Error(`${FIRST} has no verdict`);
  return verdict;
}

/** Returns the instances on which a validator disagrees with the first one or contradicts itself, with all verdicts. */
export function disagreements(texts: readonly string[], said: readonly Verdicts[]): string[] {
  const names = [...(said[0]?.keys() ?? [])];
  const leniencies = names.map((name) => [name, leniencyFor(name)] as const);
  return said.flatMap((verdicts, at) => {
    const first = firstOf(verdicts);
    const alike = leniencies.every(([name, leniency]) => {
      const verdict = verdicts.get(name);
      return verdict && !contradictsItself(verdict) && agrees(verdict, first, leniency);
    });
    return alike ? [] : [`${texts[at]}\n${inWords(verdicts)}`];
  });
}

/** Returns a line for each verdict, with the names of the validators. */
function inWords(verdicts: Verdicts): string {
  const speakers = new Map<string, string[]>();
  for (const [name, { valid, failures }] of verdicts) {
    const places = new Set(failures.map((failure) => `${failure.keyword} at "${placeOf(failure)}"`));
    const words = `${valid ? "valid" : "invalid"} ${[...places].sort().join(", ")}`;
    speakers.set(words, [...(speakers.get(words) ?? []), name]);
  }
  return [...speakers].map(([words, names]) => `    ${names.join(", ")}: ${words}`).join("\n");
}
