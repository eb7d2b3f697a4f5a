import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { linkProtobuf, loadPackage } from "../protocol-package.js";
import { modelOf, type ReleaseModel } from "./release-model.js";

/**
 * Unpacks the tarballs of @livekit/protocol, loads each and reads its model.
 *
 * @throws Error naming the release that cannot be read
 */
export async function modelsOfTarballs(
  tarballs: readonly { readonly release: string; readonly file: string }[],
): Promise<ReleaseModel[]> {
  const workspace = await mkdtemp(join(tmpdir(), "livekit-claims-history-"));
  try {
    await linkProtobuf(workspace);
    const models: ReleaseModel[] = [];
    for (const { release, file } of tarballs) {
      try {
        const folder = join(workspace, release);
        await mkdir(folder);
        await promisify(execFile)("tar", ["-xzf", file, "-C", folder]);
        models.push(modelOf(await loadPackage(join(folder, "package"))));
      } catch (error) {
        throw new Error(`@livekit/protocol ${release}: ${(error as Error).message}`);
      }
    }
    return models;
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
