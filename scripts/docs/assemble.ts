import { copyFile, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exists } from "../process/exists.js";
import { writeApiReference } from "./api-reference.js";
import { copiedPages, DOCS, REFERENCE, ROOT } from "./pages.js";

/**
 * Puts the pages from outside of docs/ and the reference of the API into docs/reference/.
 *
 * @param options.fresh whether to write the reference of the API even if there is one; it takes half of the time
 */
export async function assemble({ fresh }: { readonly fresh: boolean }): Promise<void> {
  const reference = join(ROOT, DOCS, REFERENCE);
  const api = join(reference, "api");
  if (fresh) await rm(reference, { recursive: true, force: true });
  for (const [file, page] of copiedPages()) {
    const copy = join(ROOT, DOCS, page);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(join(ROOT, file), copy);
  }
  if (fresh || !(await exists(api))) await writeApiReference(api);
}
