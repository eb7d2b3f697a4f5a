import type { Given } from "../command.js";
import type { schema as spec } from "../commands/schema.js";
import { EXIT, type ExitCode, type Io } from "../io.js";
import { print } from "../page.js";
import { printableJson } from "../printable.js";
import { readIndex } from "../schemas/bundle-index.js";
import { chooseBundle } from "../schemas/choose-bundle.js";

export async function schema({ options, arguments: { NAME } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const bundles = await readIndex(io);
  if (options.list) {
    if (options.json) io.stdout.write(`${printableJson(bundles)}\n`);
    else
      print(
        io.stdout,
        bundles.map(({ file }) => file),
      );
    return EXIT.fine;
  }
  const { file } = chooseBundle(bundles, { name: NAME, ...options });
  // As the file is, to the byte: index.json tells its digest.
  io.stdout.write(await io.readPackageFile(`generated/bundles/${file}`));
  return EXIT.fine;
}
