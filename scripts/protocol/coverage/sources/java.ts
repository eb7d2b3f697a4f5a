import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { download, run } from "../../../process/run.js";
import { fullReleases } from "../../full-releases.js";
import type { Declarations } from "../../structs.js";
import type { Source } from "../source.js";

const [GROUP, ARTIFACT] = ["io.livekit", "livekit-server"];
const MAVEN = ["--batch-mode", "--quiet"];
const READER = fileURLToPath(new URL("java/", import.meta.url));

/** Reads a token with everything that the SDK can write, since only the code of its methods has the names. */
export const java: Source = {
  id: "java",
  title: `Java, ${GROUP}:${ARTIFACT}`,
  async published() {
    const newest = ["dependency:get", `-Dartifact=${GROUP}:${ARTIFACT}:RELEASE`, "-Dtransitive=false"];
    await download("mvn", [...MAVEN, "--update-snapshots", ...newest]);
    const setting = ["help:evaluate", "-Dexpression=settings.localRepository", "-DforceStdout"];
    const repository = stripVTControlCharacters(await download("mvn", [...MAVEN, ...setting])).trim();
    // Maven has no command that lists versions: reads the metadata that it stored.
    const folder = join(repository, ...GROUP.split("."), ARTIFACT);
    const files = (await readdir(folder)).filter((file) => /^maven-metadata-.*\.xml$/.test(file));
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    const versions = texts.flatMap((text) => [...text.matchAll(/<version>([^<]+)<\/version>/g)].map(([, v = ""]) => v));
    return fullReleases([...new Set(versions)]);
  },
  async obtain(workspace, release) {
    await cp(join(READER, "pom.xml"), join(workspace, "pom.xml"));
    const goal = ["dependency:copy-dependencies", "-DoutputDirectory=jars", "-DincludeScope=runtime"];
    await download("mvn", [...MAVEN, `-Drelease=${release}`, ...goal], { cwd: workspace });
    return join(workspace, "jars");
  },
  async read(folder) {
    const payload = await run("java", ["-classpath", join(folder, "*"), join(READER, "Payload.java")]);
    return declarationsIn(JSON.parse(payload), "");
  },
};

function declarationsIn(object: object, prefix: string): Declarations {
  const declarations: Record<string, string> = {};
  for (const [name, value] of Object.entries<unknown>({ ...object })) {
    declarations[prefix + name] = jsonType(value);
    if (jsonType(value) === "object") Object.assign(declarations, declarationsIn(value as object, `${prefix}${name}.`));
  }
  return declarations;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return `${jsonType(value[0])}[]`;
  if (typeof value !== "object" || value === null) return typeof value;
  return "*" in value ? `object<string,${jsonType(value["*"])}>` : "object";
}
