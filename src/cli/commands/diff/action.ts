import { escapeControls, printableJson } from "../../../json/escape-controls.js";
import { getOwn } from "../../../json/own.js";
import { diffSchemas, formatDiff, type SchemaChange, type SchemaDiff } from "../../../schema-diff/diff-schemas.js";
import { readIndex } from "../../args/bundle-index.js";
import type { Given } from "../../args/command-spec.js";
import { checkOneStdin, parseJson, readText } from "../../args/inputs.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { UsageError } from "../../terminal/usage-error.js";
import type { diff as spec } from "./spec.js";

export async function diff({ options, arguments: { OLD, NEW } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  checkOneStdin({ OLD, NEW });
  const isFailure = failureFor(options["fail-on"]);
  const result = compare(await readSchema("OLD", OLD, io), await readSchema("NEW", NEW, io));
  const text = options.json
    ? printableJson(result)
    : formatDiff(result).trimEnd().split("\n").map(escapeControls).join("\n");
  io.stdout.write(`${text}\n`);
  return result.changes.some(isFailure) ? EXIT.refused : EXIT.fine;
}

const FAILURES: Readonly<Record<string, (change: SchemaChange) => boolean>> = {
  breaking: ({ breaks }) => breaks.length > 0,
  any: () => true,
};

/** @throws UsageError naming the kinds of changes */
function failureFor(kind: string | undefined): (change: SchemaChange) => boolean {
  if (kind === undefined) return () => false;
  const isFailure = getOwn(FAILURES, kind);
  if (isFailure === undefined) throw new UsageError(`--fail-on takes ${Object.keys(FAILURES).join(" or ")}`);
  return isFailure;
}

function compare(oldSchema: unknown, newSchema: unknown): SchemaDiff {
  try {
    return diffSchemas(oldSchema, newSchema);
  } catch (error) {
    // Thrown for a value that is not a schema.
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** Looks for a file first, so that a file of the user may have the name of a bundle. */
async function readSchema(argument: string, name: string, io: Io): Promise<unknown> {
  const text = await readText(argument, name, io).catch(async (error: unknown) => {
    const bundle = (await readIndex(io)).find(({ file }) => file === name || file === `${name}.json`);
    if (bundle === undefined) throw error;
    return io.readPackageFile(`generated/bundles/${bundle.file}`);
  });
  return parseJson(argument, text);
}
