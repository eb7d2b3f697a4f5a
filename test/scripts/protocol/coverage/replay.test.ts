import { access } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readRelease, replaySource } from "../../../../scripts/protocol/coverage/replay.js";
import type { Source } from "../../../../scripts/protocol/coverage/source.js";
import { parseUpstream, present, writeUpstream } from "../../../../scripts/protocol/coverage/upstream.js";
import type { Declarations } from "../../../../scripts/protocol/structs.js";

const RELEASES: Readonly<Record<string, Declarations>> = {
  "0.9.0": { iss: "string", name: "string" },
  "0.10.0": { name: "string", kind: "string" },
  "1.0.0": { kind: "string[]" },
};

function sourceOf(releases: Readonly<Record<string, Declarations | undefined>>): Source & { readonly read_: string[] } {
  const read_: string[] = [];
  return {
    ...{ id: "x", title: "X, x", read_ },
    published: async () => Object.keys(releases),
    obtain: async (_workspace, release) => release,
    async read(release) {
      read_.push(release);
      const declared = releases[release];
      if (!declared) throw new Error("has no declarations");
      return declared;
    },
  };
}

describe("replaySource", () => {
  it("returns the first release, the changes and the current type of each declaration", async () => {
    const source = await replaySource(sourceOf(RELEASES));
    expect(source.releases).toEqual(["0.9.0", "0.10.0", "1.0.0"]);
    expect(source.declarations).toEqual({
      name: { since: "0.9.0", is: "string", removed: "1.0.0" },
      kind: { since: "0.10.0", is: "string[]", was: { "1.0.0": "string" } },
    });
    expect(present(source)).toEqual({ kind: "string[]" });
  });

  it("reads only later releases, with the same result as a full replay", async () => {
    const before = await replaySource(sourceOf({ "0.9.0": RELEASES["0.9.0"], "0.10.0": RELEASES["0.10.0"] }));
    const now = sourceOf(RELEASES);
    expect(await replaySource(now, before)).toEqual(await replaySource(sourceOf(RELEASES)));
    expect(now.read_).toEqual(["1.0.0"]);
  });

  it("ignores an old release that is published late", async () => {
    const before = await replaySource(sourceOf(RELEASES));
    const late = sourceOf({ "0.9.1": {}, ...RELEASES });
    expect(await replaySource(late, before)).toEqual(before);
    expect(late.read_).toEqual([]);
  });

  it("names the release that cannot be read", async () => {
    await expect(replaySource(sourceOf({ ...RELEASES, "1.1.0": undefined }))).rejects.toThrow(
      "1.1.0: has no declarations",
    );
  });

  it("is parsed from its file into the same value", async () => {
    const upstream = { sources: [await replaySource(sourceOf(RELEASES))] };
    expect(parseUpstream(writeUpstream(upstream))).toMatchObject(upstream);
    expect(writeUpstream(parseUpstream(writeUpstream(upstream)))).toBe(writeUpstream(upstream));
  });
});

describe("readRelease", () => {
  it("deletes its folder, whether the release can be read or not", async () => {
    for (const read of [async () => ({}), () => Promise.reject(new Error("no"))]) {
      let workspace = "";
      const obtain = async (folder: string) => {
        workspace = folder;
        await access(folder);
        return folder;
      };
      await readRelease({ ...sourceOf(RELEASES), obtain, read }, "0.9.0").catch(() => {});
      await expect(access(workspace)).rejects.toThrow("ENOENT");
    }
  });
});
