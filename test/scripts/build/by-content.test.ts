import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { buildByContent, type Target } from "../../../scripts/build/by-content.js";
import { temporaryFolder } from "../../support/copies.js";

let target: Target;
let builds: number;

/** Builds, unless told otherwise, all inputs into one file and a file in a folder. */
function build(work = bundle, options?: { fresh: boolean }): Promise<boolean> {
  return buildByContent(target, work, options);
}

async function bundle(folder: string): Promise<void> {
  builds++;
  const texts = ["src/a.txt", "src/deep/b.txt", "settings.json"].map((path) => readFile(at(path), "utf8"));
  await writeFile(join(folder, "all.txt"), (await Promise.all(texts)).join("\n"));
  await mkdir(join(folder, "parts"));
  await writeFile(join(folder, "parts", "one.txt"), "one");
}

const at = (path: string): string => join(target.root, path);
const put = (path: string, text: string): Promise<void> => writeFile(at(path), text);
const result = (): Promise<string> => readFile(at("out/all.txt"), "utf8");

beforeEach(async () => {
  const root = await temporaryFolder();
  target = { root, inputs: ["src", "settings.json"], output: "out", record: ".cache/out.json" };
  builds = 0;
  await mkdir(at("src/deep"), { recursive: true });
  await put("src/a.txt", "a");
  await put("src/deep/b.txt", "b");
  await put("settings.json", "{}");
  expect(await build()).toBe(true);
});

describe("a folder that is built by content", () => {
  it("is built once for the same inputs", async () => {
    await put("src/a.txt", "a");
    expect(await build()).toBe(false);
    expect(builds).toBe(1);
    expect(await result()).toBe("a\nb\n{}");
  });

  it.each<[change: string, change: () => Promise<unknown>]>([
    ["a file of a folder changes", () => put("src/deep/b.txt", "c")],
    ["a file changes", () => put("settings.json", "[]")],
    ["a file is added", () => put("src/deep/c.txt", "")],
    [
      "text moves from one file to the next",
      async () => {
        await put("src/a.txt", "");
        await put("src/deep/b.txt", "ab");
      },
    ],
    ["a file of the result changes", () => put("out/parts/one.txt", "two")],
    ["a file of the result is gone", () => rm(at("out/parts/one.txt"))],
    ["the result has one file more", () => put("out/parts/two.txt", "two")],
    ["the result is gone", () => rm(at("out"), { recursive: true })],
    [
      "a build was interrupted after its result was put into place",
      async () => {
        await put("src/a.txt", "other");
        await put("out/all.txt", "other\nb\n{}");
      },
    ],
    [
      "the record is incomplete",
      async () => put(target.record, (await readFile(at(target.record), "utf8")).slice(0, 9)),
    ],
  ])("is built again when %s", async (_, change) => {
    await change();
    expect(await build()).toBe(true);
    expect((await readdir(at("out"), { recursive: true })).sort()).toEqual(["all.txt", "parts", "parts/one.txt"]);
    expect(await build()).toBe(false);
  });

  it("is built again when an input returns to what it was", async () => {
    await put("src/a.txt", "other");
    await build();
    await put("src/a.txt", "a");
    expect(await build()).toBe(true);
    expect(await result()).toBe("a\nb\n{}");
  });

  it("is built in any case when that is asked for", async () => {
    expect(await build(bundle, { fresh: true })).toBe(true);
    expect(builds).toBe(2);
  });

  it("stays as it was, and is not up to date, after a build that failed", async () => {
    await put("src/a.txt", "other");
    const failing = async (folder: string): Promise<void> => {
      await bundle(folder);
      throw new Error("disk full");
    };
    await expect(build(failing)).rejects.toThrow("disk full");
    expect(await result()).toBe("a\nb\n{}");
    expect(await readdir(at(".cache"))).toEqual(["out.json"]);
    expect(await build()).toBe(true);
    expect(await result()).toBe("other\nb\n{}");
  });

  it("is an error without one of its inputs", async () => {
    await rm(at("settings.json"));
    await expect(build()).rejects.toThrow("settings.json");
  });
});
