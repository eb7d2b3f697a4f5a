import { diffSchemas, formatDiff, type SchemaDiff } from "../../schema-diff.js";
import type { Given } from "../command.js";
import type { diff as spec } from "../commands/diff.js";
import { checkOneStdin, parseJson, readText } from "../inputs.js";
import { EXIT, type ExitCode, type Io } from "../io.js";
import { printable, printableJson } from "../printable.js";
import { readIndex } from "../schemas/bundle-index.js";
import { UsageError } from "../usage-error.js";

export async function diff({ options, arguments: { OLD, NEW } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  checkOneStdin({ OLD, NEW });
  const result = compare(await readSchema("OLD", OLD, io), await readSchema("NEW", NEW, io));
  const text = options.json
    ? printableJson(result)
    : formatDiff(result).trimEnd().split("\n").map(printable).join("\n");
  io.stdout.write(`${text}\n`);
  return EXIT.fine;
}

function compare(oldSchema: unknown, newSchema: unknown): SchemaDiff {
  try {
    return diffSchemas(oldSchema, newSchema);
  } catch (error) {
    // It tells so of what is no schema.
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** A file comes first, so that one of one's own may have the name of one of ours. */
async function readSchema(argument: string, name: string, io: Io): Promise<unknown> {
  const text = await readText(argument, name, io).catch(async (error: unknown) => {
    const bundle = (await readIndex(io)).find(({ file }) => file === name || file === `${name}.json`);
    if (bundle === undefined) throw error;
    return io.readPackageFile(`generated/bundles/${bundle.file}`);
  });
  return parseJson(argument, text);
}
