import { printableJson } from "../../../json/escape-controls.js";
import { readIndex } from "../../args/bundle-index.js";
import type { Given } from "../../args/command-spec.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { print } from "../../terminal/page.js";
import { chooseBundle } from "./choose-bundle.js";
import type { schema as spec } from "./spec.js";

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
