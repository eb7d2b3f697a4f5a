import { describeMessages } from "../../descriptors.js";
import { claimEnums } from "../../history/release-model.js";
import { linkProtobuf, loadPackage } from "../../protocol-package.js";
import { newestOnNpm, obtainFromNpm } from "../npm-package.js";
import { protoDeclarations } from "../proto-declarations.js";
import type { Source } from "../source.js";

const PACKAGE = "@livekit/protocol";

/** Its messages, which describe themselves. */
export const npmProtocol: Source = {
  id: "npm-protocol",
  title: `npm, ${PACKAGE}`,
  part: "room configuration",
  isProtocol: true,
  published: async () => [await newestOnNpm(PACKAGE)],
  async obtain(workspace, release) {
    await linkProtobuf(workspace);
    return obtainFromNpm(PACKAGE, workspace, release);
  },
  async read(folder) {
    const protocol = await loadPackage(folder);
    if (!protocol.RoomConfiguration) throw new Error("exports no RoomConfiguration any more");
    return protoDeclarations(describeMessages(protocol.RoomConfiguration), claimEnums(protocol));
  },
};
