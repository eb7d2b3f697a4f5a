import { fileURLToPath } from "node:url";
import type { JsonSchema } from "../../../scripts/model/json-schema.js";
import { buildPeer } from "../../interop/peer-build.js";
import { commandOf, loadPrograms, type ProgramSpec } from "../../interop/peer-spec.js";
import { startProgram } from "../../interop/program.js";

/** The input of a validator program: a line for each bundle. */
export interface Question {
  readonly schema: JsonSchema;
  /** The JSON text of each value to validate, so that each program parses numbers and names itself. */
  readonly instances: readonly string[];
}

export interface Answer {
  /** The verdict on each instance, in order. */
  readonly verdicts: readonly Verdict[];
}

export interface Verdict {
  readonly valid: boolean;
  readonly failures: readonly Failure[];
}

/** A failure as a validator reports it. */
export interface Failure {
  /** A JSON pointer into the instance. */
  readonly at: string;
  /** The failing keyword, or "false" for the schema `false`. */
  readonly keyword: string;
  /** The name of the missing or excess member, if any. */
  readonly member?: string;
}

/** The specification of a validator, from its validator.json. */
export interface ValidatorSpec extends ProgramSpec {
  /** The dialects that it knows, such as "draft-07". All of those of the bundles when absent. */
  readonly dialects?: readonly string[];
}

/** A validator of JSON Schemas in a child process, which ends with this process. */
export interface Validator {
  readonly spec: ValidatorSpec;
  /**
   * Validates instances against a schema.
   *
   * @throws Error when the schema does not compile, or an instance cannot be parsed
   */
  validate(question: Question): Promise<readonly Verdict[]>;
  stop(): Promise<void>;
}

/** Returns all validators by name. Each has a folder here. */
export function loadValidators(): Promise<ValidatorSpec[]> {
  return loadPrograms(fileURLToPath(new URL("./", import.meta.url)), "validator.json", "languages/validators");
}

/** Whether a validator knows the dialect of a schema. */
export function knowsDialect({ dialects }: ValidatorSpec, { $schema }: JsonSchema): boolean {
  return dialects?.some((dialect) => String($schema).includes(dialect)) ?? true;
}

/**
 * Starts a validator, and builds it first when needed.
 *
 * @throws MissingToolchain when a required program is not installed
 */
export async function startValidator(spec: ValidatorSpec): Promise<Validator> {
  const folder = await buildPeer(spec);
  const program = startProgram(spec.title, commandOf(spec, spec.run, folder), { cwd: folder, env: process.env });
  return {
    spec,
    async validate(question) {
      const { verdicts } = (await program.ask(question)) as Answer;
      if (verdicts.length !== question.instances.length)
        throw new Error(`${spec.title} returned ${verdicts.length} verdicts`);
      return verdicts;
    },
    stop: program.stop,
  };
}
