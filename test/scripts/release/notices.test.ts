import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { noticedPackages, notices, packageFolder } from "../../../scripts/release/notices.js";
import { temporaryFolder } from "../../support/copies.js";

it.each([
  ["/app/node_modules/jose/dist/index.js", "/app/node_modules/jose"],
  ["/app/node_modules/@standard-schema/spec/dist/index.d.ts", "/app/node_modules/@standard-schema/spec"],
  ["/app/node_modules/a/node_modules/b/index.js", "/app/node_modules/a/node_modules/b"],
  ["C:\\app\\node_modules\\jose\\index.js", "C:/app/node_modules/jose"],
  ["/app/src/node_modules.ts", undefined],
])("the package of %s is %s", (module, folder) => {
  expect(packageFolder(module)).toBe(folder);
});

it("notices have the license text of each package, and the files with its code", async () => {
  const root = await temporaryFolder();
  for (const [name, file] of Object.entries({ first: "LICENSE", second: "licence.md" })) {
    await mkdir(join(root, name));
    await writeFile(join(root, name, "package.json"), JSON.stringify({ name, version: "1.2.3", license: "MIT" }));
    await writeFile(join(root, name, file), `Permission of ${name}\n`);
  }
  const text = notices(
    new Map([
      [join(root, "second"), new Set(["b.js", "a.js"])],
      [join(root, "first"), new Set(["c.js"])],
    ]),
  );
  expect(text).toContain("second 1.2.3 (MIT)\nin a.js, b.js\n\nPermission of second\n");
  expect(text).toContain("Permission of first\n");
  expect(noticedPackages(text)).toEqual(["first 1.2.3", "second 1.2.3"]);
});

it("a package without a license text cannot be bundled", async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "package.json"), JSON.stringify({ name: "bare", version: "1.0.0", license: "MIT" }));
  expect(() => notices(new Map([[root, new Set(["a.js"])]]))).toThrow("no license text");
});
