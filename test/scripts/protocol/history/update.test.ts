import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extend } from "../../../../scripts/model/history/history.js";
import { HISTORY_FILE, writeHistory } from "../../../../scripts/model/history/text.js";
import { updateHistory } from "../../../../scripts/protocol/history/update.js";
import { copySchemas } from "../../../support/copies.js";
import { HISTORY, HISTORY_TEXT, modelAt, sourceOf } from "../../../support/replayable.js";

const newest = modelAt(HISTORY, HISTORY.releases.at(-1) as string);
const next = { ...newest, members: { ...newest.members, "RoomConfiguration.color": "string" } };

describe("updating the history", () => {
  it("replays only the release that is new, and writes what replaying all would give", async () => {
    const folder = await copySchemas();
    const source = sourceOf({ "1.99.0": next });
    expect(await updateHistory(folder, source)).toEqual(["1.99.0"]);
    expect(source.asked).toEqual(["1.99.0"]);
    const text = await readFile(join(folder, HISTORY_FILE), "utf8");
    expect(text).toBe(writeHistory(extend(HISTORY, "1.99.0", next)));
    expect(text).toContain('"RoomConfiguration.color": { "since": "1.99.0", "is": "string" },');

    await rm(join(folder, HISTORY_FILE));
    expect(await updateHistory(folder, source)).toEqual([...HISTORY.releases, "1.99.0"]);
    expect(await readFile(join(folder, HISTORY_FILE), "utf8")).toBe(text);
  });

  it("replays nothing and writes nothing when nothing is new", async () => {
    const folder = await copySchemas();
    const before = await stat(join(folder, HISTORY_FILE));
    const source = sourceOf();
    expect(await updateHistory(folder, source)).toEqual([]);
    expect(source.asked).toEqual([]);
    expect((await stat(join(folder, HISTORY_FILE))).mtimeMs).toBe(before.mtimeMs);
  });

  it("replays all when a release belongs in between", async () => {
    const folder = await copySchemas();
    const source = sourceOf({ "1.46.1": next });
    expect(await updateHistory(folder, source)).toContain("1.19.1");
    const text = await readFile(join(folder, HISTORY_FILE), "utf8");
    expect(text).toContain('"RoomConfiguration.color": { "since": "1.46.1", "removed": "1.46.2", "is": "string" },');
  });

  it("tells how far it is", async () => {
    const told: unknown[] = [];
    const source = { ...sourceOf({ "1.99.0": next }) };
    const models: typeof source.models = async (releases, onProgress) => {
      onProgress?.(0);
      onProgress?.(1);
      return releases.map(() => next);
    };
    await updateHistory(await copySchemas(), { ...source, models }, (...progress) => told.push(progress));
    expect(told).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it("leaves the file alone when the releases cannot be had", async () => {
    const folder = await copySchemas();
    await expect(updateHistory(folder, sourceOf({}, { reachable: false }))).rejects.toThrow("nobody answers");
    await expect(updateHistory(folder, sourceOf({ "1.99.0": next }, { kept: false }))).rejects.toThrow(
      "nothing is kept",
    );
    expect(await readFile(join(folder, HISTORY_FILE), "utf8")).toBe(HISTORY_TEXT);
  });

  it("does not write over a file that is no history", async () => {
    const folder = await copySchemas();
    await writeFile(join(folder, HISTORY_FILE), "<<<<<<< ours");
    await expect(updateHistory(folder, sourceOf({ "1.99.0": next }))).rejects.toThrow(
      "schema/protocol/history.json: no JSON",
    );
  });
});
