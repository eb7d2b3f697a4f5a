import { MissingToolchain, toolchainVersions } from "../interop/toolchain.js";
import {
  knowsDialect,
  loadValidators,
  type Question,
  startValidator,
  type Validator,
  type ValidatorSpec,
  type Verdict,
} from "./validators/validator.js";

/** The verdict of each validator on an instance, by name. */
export type Verdicts = ReadonlyMap<string, Verdict>;

/** All validators that are available here. */
export interface Panel {
  readonly names: readonly string[];
  /**
   * Returns the verdicts on each instance of all validators that know the dialect of the schema. The validators work in
   * parallel, and each answers questions in order.
   */
  validate(question: Question): Promise<readonly Verdicts[]>;
  stop(): Promise<void>;
}

/** Starts all validators. Builds those that are new or changed first. */
export async function startPanel(specs: readonly ValidatorSpec[]): Promise<Panel> {
  const validators: Validator[] = [];
  // One after another, since parallel builds take longer.
  for (const spec of specs) validators.push(await startValidator(spec));
  return {
    names: specs.map(({ name }) => name),
    async validate(question) {
      const knowing = validators.filter(({ spec }) => knowsDialect(spec, question.schema));
      const answers = await Promise.all(
        knowing.map(async (each) => [each.spec.name, await each.validate(question)] as const),
      );
      return question.instances.map(
        (_, at) => new Map(answers.map(([name, verdicts]) => [name, verdicts[at] as Verdict])),
      );
    },
    async stop() {
      await Promise.all(validators.map((each) => each.stop()));
    },
  };
}

/**
 * Returns the validators whose toolchain is installed, and prints a warning for the others.
 *
 * @throws MissingToolchain in CI
 */
export async function availableValidators(): Promise<ValidatorSpec[]> {
  const available: ValidatorSpec[] = [];
  for (const spec of await loadValidators()) {
    try {
      await toolchainVersions(spec.needs);
      available.push(spec);
    } catch (error) {
      if (!(error instanceof MissingToolchain) || process.env.CI) throw error;
      console.warn(`SKIPPED, nothing is known about ${spec.title}: ${error.message}`);
    }
  }
  return available;
}
