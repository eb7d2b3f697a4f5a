import { readFileSync } from "node:fs";
import { jsonText } from "../emit/output/json-text.js";
import { packageVersion } from "../emit/output/package-version.js";
import { sha256 } from "../emit/output/sha256.js";
import type { Model, Output } from "../model/model.js";
import { formatSchemas, SCHEMA_VERSION } from "./format.js";
import { readme } from "./readme.js";
import type { VectorFile } from "./vector.js";
import { vectorFiles } from "./vector-files.js";

const ROOT = new URL("../../", import.meta.url);
const GENERATOR = 'scripts/vectors/emit-vectors.ts of livekit-claims. Do not edit: run "npm run generate".';

/**
 * Emits the files of conformance vectors, their schemas, an index with the digest of each, a README on how to run them,
 * and a package.json.
 */
export function emitVectors(model: Model): Output[] {
  const vectors = vectorFiles(model, GENERATOR);
  const files = [...vectors].map(([file, content]) => ({ file, content: print(content), of: content }));
  const schemas = [...formatSchemas(packageVersion())].map(([file, schema]) => ({ file, content: jsonText(schema) }));
  const index = {
    generator: GENERATOR,
    version: packageVersion(),
    protocol: model.protocol,
    schemaVersion: SCHEMA_VERSION,
    files: files.map(({ file, content, of: { schema, numberOfTests } }) => {
      return { file, schema, sha256: sha256(content), numberOfTests };
    }),
    schemas: schemas.map(({ file, content }) => ({ file, sha256: sha256(content) })),
  };
  const template = readFileSync(new URL("./README.template.md", import.meta.url), "utf8");
  return [
    ...[...files, ...schemas].map(({ file, content }) => ({ path: `vectors/${file}`, content })),
    { path: "vectors/index.json", content: jsonText(index) },
    { path: "vectors/README.md", content: readme(template, vectors) },
    { path: "vectors/package.json", content: jsonText(manifest()) },
    { path: "vectors/LICENSE", content: readFileSync(new URL("LICENSE", ROOT), "utf8") },
  ];
}

/** Returns the package.json of the vectors, which are a package of their own with the version of this one. */
function manifest(): object {
  const { version, license, homepage, bugs, repository } = JSON.parse(
    readFileSync(new URL("package.json", ROOT), "utf8"),
  );
  return {
    name: "livekit-claims-vectors",
    version,
    description: "Conformance vectors for verifiers and minters of LiveKit access tokens, in JSON",
    keywords: ["livekit", "jwt", "access-token", "conformance", "test-vectors"],
    generator: GENERATOR,
    license,
    homepage,
    bugs,
    repository: { ...repository, directory: "generated/vectors" },
    exports: { "./*": "./*" },
  };
}

/** Returns JSON with a line for each member of each test, which makes small diffs. */
function print({ tests, ...head }: VectorFile): string {
  const start = JSON.stringify(head, null, 2).slice(0, -2);
  const blocks = tests.map((test) => {
    const lines = Object.entries(test).map(
      ([name, value]) => `      ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    );
    return `    {\n${lines.join(",\n")}\n    }`;
  });
  return `${start},\n  "tests": [\n${blocks.join(",\n")}\n  ]\n}\n`;
}
