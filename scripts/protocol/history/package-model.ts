import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ReleaseModel } from "../../model/history/kinds.js";
import { run } from "../../process/run.js";
import { inTemporaryFolder } from "../../process/temporary-folder.js";
import { linkProtobuf, loadPackage } from "../protocol-package.js";
import { modelOf } from "./release-model.js";

/**
 * Unpacks the tarballs of @livekit/protocol, loads each and reads its model.
 *
 * @throws Error naming the release that cannot be read
 */
export async function modelsOfTarballs(
  tarballs: readonly { readonly release: string; readonly file: string }[],
): Promise<ReleaseModel[]> {
  return inTemporaryFolder(async (workspace) => {
    await linkProtobuf(workspace);
    const models: ReleaseModel[] = [];
    for (const { release, file } of tarballs) {
      try {
        const folder = join(workspace, release);
        await mkdir(folder);
        await run("tar", ["-xzf", file, "-C", folder]);
        models.push(modelOf(await loadPackage(join(folder, "package"))));
      } catch (error) {
        throw new Error(`@livekit/protocol ${release}: ${(error as Error).message}`);
      }
    }
    return models;
  });
}
