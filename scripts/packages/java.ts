import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../process/run.js";
import { inTemporaryFolder } from "../process/temporary-folder.js";
import { type PackagedFile, zip } from "./archives.js";
import type { Release } from "./release.js";
import { fillTemplate } from "./template.js";

/**
 * A jar, whose files are resources beside its one class. Its bytes depend on the JDK too.
 *
 * @throws MissingProgram where there is no JDK
 */
export async function javaJar({ data, license, words }: Release): Promise<PackagedFile> {
  const { name = "", version = "", javaGroup = "", javaPackage = "" } = words;
  const folder = javaPackage.replaceAll(".", "/");
  const maven = `META-INF/maven/${javaGroup}/${name}`;
  const properties = `artifactId=${name}\ngroupId=${javaGroup}\nversion=${version}\n`;
  const files: PackagedFile[] = [
    { path: "META-INF/MANIFEST.MF", content: fillTemplate("java/MANIFEST.MF", words) },
    { path: `META-INF/${license.path}`, content: license.content },
    { path: `${maven}/pom.xml`, content: fillTemplate("java/pom.xml", words) },
    { path: `${maven}/pom.properties`, content: properties },
    { path: `${folder}/Schemas.class`, content: await compiled(fillTemplate("java/Schemas.java", words)) },
    ...data.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
  ];
  return { path: `${name}-${version}.jar`, content: zip(files) };
}

function compiled(source: string): Promise<Uint8Array> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, "Schemas.java");
    await writeFile(file, source);
    await run("javac", ["--release", "11", "-encoding", "UTF-8", "-g:none", "-implicit:none", "-d", folder, file]);
    const package_ = /^package (.*);/m.exec(source)?.[1] ?? "";
    return readFile(join(folder, ...package_.split("."), "Schemas.class"));
  });
}
