import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { download, run } from "../../../process/run.js";
import { camelCase } from "../../camel-case.js";
import { fullReleases } from "../../full-releases.js";
import { declarationsOf, type Struct } from "../../structs.js";
import type { Source } from "../source.js";

const PACKAGE = "livekit-api";
const PIP = ["-m", "pip", "--disable-pip-version-check"];
const READER = fileURLToPath(new URL("python/main.py", import.meta.url));

/** Reads the dataclasses, with Python's ast module. */
export const python: Source = {
  id: "python",
  title: `Python, ${PACKAGE}`,
  async published() {
    const printed = await download("python3", [...PIP, "index", "versions", PACKAGE]);
    const versions = /^Available versions: (.*)$/m.exec(printed)?.[1];
    if (versions === undefined) throw new Error(`pip lists no versions of ${PACKAGE}: ${printed}`);
    return fullReleases(versions.split(", "));
  },
  async obtain(workspace, release) {
    const flags = ["--quiet", "--no-deps", "--only-binary", ":all:", "--dest", workspace];
    await download("python3", [...PIP, "download", ...flags, `${PACKAGE}==${release}`]);
    const wheel = (await readdir(workspace)).find((file) => file.endsWith(".whl")) ?? "";
    const folder = join(workspace, "wheel");
    await run("python3", ["-m", "zipfile", "-e", join(workspace, wheel), folder]);
    return folder;
  },
  async read(folder) {
    const structs: Struct[] = JSON.parse(await run("python3", [READER, folder]));
    return declarationsOf(structs.map(inCamelCase), "Claims", jsonType);
  },
};

const inCamelCase = ({ name, members }: Struct): Struct => ({
  name,
  members: members.map((member) => ({ ...member, name: camelCase(member.name) })),
});

const TYPES: Readonly<Record<string, string>> = {
  bool: "boolean",
  str: "string",
  "list[str]": "string[]",
  "dict[str, str]": "object<string,string>",
  RoomConfiguration: "object",
};

function jsonType(annotation: string): string {
  const plain = annotation.replaceAll("typing.", "");
  const type = /^Optional\[(.*)\]$/.exec(plain)?.[1] ?? plain.replace(/ \| None$/, "");
  return TYPES[type.replace("List[", "list[").replace("Dict[", "dict[")] ?? type;
}
