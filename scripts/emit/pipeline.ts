import { load } from "../model/load.js";
import { heldByTokens, type Model, type Output } from "../model/model.js";

type Emitter = () => Promise<(model: Model) => Output[] | Promise<Output[]>>;

/** The stages that see all schemas. Each imports its tools when it runs, so that the stages before it start earlier. */
const OF_ALL: Readonly<Record<string, Emitter>> = {
  endpoint: async () => (await import("./code/endpoint.js")).emitEndpoint,
  validators: async () => (await import("./code/validators.js")).emitValidators,
  webhook: async () => (await import("./code/webhook.js")).emitWebhook,
  readme: async () => (await import("./docs/readme.js")).emitReadme,
};

/** The stages that see the schemas of tokens. */
const OF_TOKENS: Readonly<Record<string, Emitter>> = {
  types: async () => (await import("./code/types.js")).emitTypes,
  builders: async () => (await import("./code/builders.js")).emitBuilders,
  setters: async () => (await import("./code/setters.js")).emitSetters,
  "input-builders": async () => (await import("./code/input-builders.js")).emitInputBuilders,
  standard: async () => (await import("./code/standard-schemas.js")).emitStandardSchemas,
  "json-schemas": async () => (await import("./code/json-schemas.js")).emitJsonSchemas,
  shapes: async () => (await import("./code/shapes.js")).emitShapes,
  bundles: async () => (await import("./bundles/bundles.js")).emitBundles,
  targets: async () => (await import("./code/targets.js")).emitTargets,
  "lint-doc": async () => (await import("./docs/lint-doc.js")).emitLintDoc,
  vectors: async () => (await import("../vectors/emit-vectors.js")).emitVectors,
  "cli-doc": async () => (await import("./docs/cli-doc.js")).emitCliDoc,
  "bench-doc": async () => (await import("./docs/bench-doc.js")).emitBenchDoc,
  "conformance-doc": async () => (await import("./docs/conformance-doc.js")).emitConformanceDoc,
  "schema-doc": async () => (await import("./docs/schema-doc.js")).emitSchemaDoc,
  "sdk-coverage": async () => (await import("./docs/sdk-coverage.js")).emitSdkCoverage,
  "language-docs": async () => (await import("./docs/language-docs.js")).emitLanguageDocs,
};

export const STAGES: readonly string[] = ["load", ...Object.keys(OF_ALL), ...Object.keys(OF_TOKENS)];

/**
 * Runs all stages and returns the files of generated/. Writes nothing.
 *
 * @param onStage called after each stage, with its duration in milliseconds
 * @param options.draft whether imported members may lack descriptions
 * @throws SchemaError for a fault in the schemas
 */
export async function generate(
  schemaFolder: string,
  onStage?: (stage: string, ms: number) => void,
  options?: { readonly draft?: boolean },
): Promise<Output[]> {
  const timed = async <T>(stage: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    onStage?.(stage, performance.now() - start);
    return result;
  };
  const model = await timed("load", () => load(schemaFolder, options));
  const outputs: Output[] = [];
  const emit = async (emitters: Readonly<Record<string, Emitter>>, part: Model): Promise<void> => {
    for (const [stage, emitter] of Object.entries(emitters)) {
      outputs.push(...(await timed(stage, async () => (await emitter())(part))));
    }
  };
  await emit(OF_ALL, model);
  await emit(OF_TOKENS, heldByTokens(model));
  return outputs;
}
