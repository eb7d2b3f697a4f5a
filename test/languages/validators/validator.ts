import { fileURLToPath } from "node:url";
import type { JsonSchema } from "../../../scripts/model/json-schema.js";
import { buildPeer } from "../../interop/peer-build.js";
import { commandOf, loadPrograms, type ProgramSpec } from "../../interop/peer-spec.js";
import { startProgram } from "../../interop/program.js";

/** What a program in a folder here reads: a line a bundle. */
export interface Question {
  readonly schema: JsonSchema;
  /** The JSON text of each value to validate, so that each program reads numbers and names with its own parser. */
  readonly instances: readonly string[];
}

export interface Answer {
  /** One for each instance, in their order. */
  readonly verdicts: readonly Verdict[];
}

export interface Verdict {
  readonly valid: boolean;
  readonly failures: readonly Failure[];
}

/** One thing that a validator finds wrong, as it says it. */
export interface Failure {
  /** A JSON pointer into the instance. */
  readonly at: string;
  /** The keyword that fails there; "false" for the schema `false`. */
  readonly keyword: string;
  /** The name of the member of the value there that is missing or too many. */
  readonly member?: string;
}

/** A validator of JSON Schemas, in a process of its own that ends with this one. */
export interface Validator {
  readonly spec: ProgramSpec;
  /**
   * Validates instances against a schema.
   *
   * @throws Error when the schema does not compile, or an instance is not read
   */
  validate(question: Question): Promise<readonly Verdict[]>;
  stop(): Promise<void>;
}

/** All validators, by name: each is a folder here. */
export function loadValidators(): Promise<ProgramSpec[]> {
  return loadPrograms(fileURLToPath(new URL("./", import.meta.url)), "validator.json", "languages/validators");
}

/**
 * Starts a validator, which is built first if need be.
 *
 * @throws MissingToolchain when what it needs is not installed
 */
export async function startValidator(spec: ProgramSpec): Promise<Validator> {
  const folder = await buildPeer(spec);
  const program = startProgram(spec.title, commandOf(spec, spec.run, folder), { cwd: folder, env: process.env });
  return {
    spec,
    async validate(question) {
      const { verdicts } = (await program.ask(question)) as Answer;
      if (verdicts.length !== question.instances.length) throw new Error(`${spec.title} answers ${verdicts.length}`);
      return verdicts;
    },
    stop: program.stop,
  };
}
