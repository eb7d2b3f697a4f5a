import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, expect, inject, it } from "vitest";
import { run } from "../../scripts/process/run.js";
import { installTool, TOOLS } from "../../scripts/runtimes/install.js";
import { isolatedOptions } from "../../scripts/runtimes/isolated-options.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";

const COMPILERS = ["typescript-5", "typescript-6", "typescript-7"] as const;
const MODULES = [
  { module: "node16", moduleResolution: "node16", type: "module" },
  { module: "node16", moduleResolution: "node16", type: "commonjs" },
  { module: "nodenext", moduleResolution: "nodenext", type: "module" },
  { module: "esnext", moduleResolution: "bundler", type: "module" },
] as const;

const cases = COMPILERS.flatMap((compiler) =>
  MODULES.flatMap((options) =>
    [true, false].map((exactOptionalPropertyTypes) => ({ compiler, exactOptionalPropertyTypes, ...options })),
  ),
);

let consumer: string;

beforeAll(async () => {
  consumer = join(inject("work"), "consumer");
  for (const type of ["module", "commonjs"]) {
    await cp(fileURLToPath(new URL("consumer", import.meta.url)), join(consumer, type), { recursive: true });
    await writeFile(join(consumer, type, "package.json"), JSON.stringify({ type }));
  }
});

it.for(cases)(
  "compiles with $compiler in a project of type $type, moduleResolution $moduleResolution, exactOptionalPropertyTypes $exactOptionalPropertyTypes",
  async ({ compiler, type, ...options }, { skip }) => {
    await skipIfUnavailable(skip, async () => {
      const folder = join(await installTool(compiler), "node_modules", "typescript");
      const project = join(consumer, `${Object.values({ compiler, type, ...options }).join("-")}`);
      await mkdir(project);
      await writeFile(join(project, "tsconfig.json"), JSON.stringify(tsconfig(type, options)));
      // Throws with the compiler's diagnostics.
      expect(
        await run(process.execPath, [join(folder, "bin", "tsc"), "--project", project], isolatedOptions(project)),
      ).toBe("");
    });
  },
);

it("names the compilers by their major version", () => {
  for (const compiler of COMPILERS) expect(compiler).toBe(`typescript-${TOOLS[compiler].typescript?.split(".")[0]}`);
});

it("shows types by their exported names", () => {
  const hovers = hoversIn(join(consumer, "module", "consumer.ts"));
  expect(hovers).toContain("const claims: Claims");
  // A declaration bundler appends a number to the second of two equal names.
  expect(hovers.filter((hover) => /\w\$\d/.test(hover))).toEqual([]);
});

/** Returns the text that an editor shows for each name in a file. */
function hoversIn(file: string): string[] {
  const { fileExists, readFile, directoryExists, getDirectories, realpath = (path: string) => path } = ts.sys;
  const service = ts.createLanguageService({
    ...{ fileExists, readFile, directoryExists, getDirectories, realpath },
    getScriptFileNames: () => [file],
    getScriptVersion: () => "",
    getScriptSnapshot: (path) => ts.ScriptSnapshot.fromString(readFile(path) ?? ""),
    getCompilationSettings: () => ({ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => consumer,
  });
  const hovers: string[] = [];
  const visit = (node: ts.Node): void => {
    const hover = ts.isIdentifier(node) ? service.getQuickInfoAtPosition(file, node.getStart()) : undefined;
    if (hover) hovers.push(ts.displayPartsToString(hover.displayParts));
    ts.forEachChild(node, visit);
  };
  const source = service.getProgram()?.getSourceFile(file);
  if (source) visit(source);
  return hovers;
}

function tsconfig(type: string, options: Record<string, unknown>): unknown {
  return {
    compilerOptions: {
      ...options,
      target: "es2022",
      // As in a project for browsers: without Node's types.
      lib: ["es2022", "dom"],
      types: [],
      strict: true,
      noEmit: true,
      // Checks the package's declarations, but not the compiler's own, which take two thirds of the time.
      skipLibCheck: false,
      skipDefaultLibCheck: true,
    },
    files: [`../${type}/consumer.ts`],
  };
}
