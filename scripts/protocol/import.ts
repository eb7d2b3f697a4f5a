import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readDeprecations } from "./deprecations.js";
import { describeMessages } from "./descriptors.js";
import type { Overlay } from "./overlay.js";
import { roomConfigurationSchema } from "./room-configuration.js";

/** Builds the text of schema/protocol/room-configuration.schema.json from the installed @livekit/protocol. */
export async function importRoomConfiguration(schemaFolder: string): Promise<string> {
  const overlay: Overlay = JSON.parse(await readFile(join(schemaFolder, "room-configuration.overlay.json"), "utf8"));
  const { RoomConfiguration } = await import("@livekit/protocol");
  const entry = createRequire(import.meta.url).resolve("@livekit/protocol");
  const { version } = JSON.parse(await readFile(join(dirname(entry), "..", "package.json"), "utf8"));
  const model = describeMessages(RoomConfiguration);
  const deprecated = readDeprecations(join(dirname(entry), "index.d.ts"), model);
  return `${JSON.stringify(roomConfigurationSchema({ model, overlay, deprecated, version }), null, 2)}\n`;
}
