import { readFileSync } from "node:fs";
import type { Model, Output } from "../model/model.js";
import { FLAGS } from "./flags.js";
import { mintVectors, VERIFY_LAYERS, verifyVectors } from "./layers.js";
import { readme } from "./readme.js";
import { ROWS } from "./rows.js";
import { KEY, OTHER_KEY, OTHER_SECRET, SECRET } from "./token.js";
import type { MintVector, VectorFile, VerifyVector } from "./vector.js";

const ROOT = new URL("../../", import.meta.url);
const GENERATOR = 'scripts/vectors/emit-vectors.ts of livekit-claims. Do not edit: run "npm run generate".';

/** One file of conformance vectors a layer, a README that says how to run them, and what makes a package of them. */
export function emitVectors(model: Model): Output[] {
  const files: [string, VectorFile][] = [
    ...VERIFY_LAYERS.map((layer): [string, VectorFile] => [layer, fileOf(verifyVectors(model, layer))]),
    ["mint", fileOf(mintVectors(model))],
  ];
  const template = readFileSync(new URL("./README.template.md", import.meta.url), "utf8");
  return [
    ...files.map(([layer, file]) => ({ path: `vectors/${layer}.json`, content: print(file) })),
    { path: "vectors/README.md", content: readme(template, files) },
    { path: "vectors/package.json", content: `${JSON.stringify(manifest(), null, 2)}\n` },
    { path: "vectors/LICENSE", content: readFileSync(new URL("LICENSE", ROOT), "utf8") },
  ];
}

/** The vectors are a package of their own, released with this one. */
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

function fileOf(tests: readonly (VerifyVector | MintVector)[]): VectorFile {
  const rows = new Set<string>(tests.map((test) => test.row));
  const flags = new Set<string>(tests.flatMap((test) => test.flags));
  return {
    generator: GENERATOR,
    schemaVersion: 1,
    numberOfTests: tests.length,
    rows: Object.fromEntries(Object.entries(ROWS).flatMap(([row, { text }]) => (rows.has(row) ? [[row, text]] : []))),
    notes: Object.fromEntries(Object.entries(FLAGS).filter(([flag]) => flags.has(flag))),
    keys: { [KEY]: SECRET, [OTHER_KEY]: OTHER_SECRET },
    tests,
  };
}

/** JSON with a line for each member of each test, which a diff shows well. */
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
