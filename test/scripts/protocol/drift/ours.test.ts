import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { coveragePage } from "../../../../scripts/emit/docs/sdk-coverage.js";
import { load } from "../../../../scripts/model/load.js";
import type { Model } from "../../../../scripts/model/model.js";
import { parseTsv } from "../../../../scripts/model/tsv.js";
import { describeMessages } from "../../../../scripts/protocol/descriptors.js";
import { compareDeclarations } from "../../../../scripts/protocol/drift/compare.js";
import { ourDeclarations } from "../../../../scripts/protocol/drift/ours.js";
import { protoDeclarations } from "../../../../scripts/protocol/drift/proto-declarations.js";
import type { UpstreamSource } from "../../../../scripts/protocol/drift/upstream.js";
import { claimEnums } from "../../../../scripts/protocol/history/release-model.js";
import { SCHEMA } from "../../../support/copies.js";

let model: Model;
beforeAll(async () => {
  model = await load(SCHEMA);
});

describe("ourDeclarations", () => {
  it("has the claims and grants of the table, with its types", async () => {
    const file = "protocol/grants-since.tsv";
    const rows = parseTsv(await readFile(join(SCHEMA, file), "utf8"), file, ["path", "type", "since", "removed"]);
    const current = rows.filter(({ values }) => values.removed === "" && values.path !== "identity");
    expect(ourDeclarations(model).claims).toEqual(
      Object.fromEntries(current.map(({ values }) => [values.path, values.type])),
    );
  });

  it("has the room configuration of the release that it was imported from", async () => {
    const protocol = await import("@livekit/protocol");
    const imported = protoDeclarations(describeMessages(protocol.RoomConfiguration), claimEnums({ ...protocol }));
    expect(compareDeclarations(ourDeclarations(model)["room configuration"], imported)).toEqual({
      added: [{ name: "TrackSource.UNKNOWN", type: "name" }],
      lacking: [],
      retyped: [],
    });
  });
});

describe("coveragePage", () => {
  const source: UpstreamSource = {
    ...{ id: "x", title: "X, the x package", part: "claims", releases: ["1.0.0", "1.1.0", "2.0.0"] },
    declarations: {
      kind: { since: "1.1.0", is: "string" },
      metadata: { since: "1.0.0", is: "boolean" },
      sha256: { since: "1.0.0", is: "string", removed: "1.1.0" },
      fresh: { since: "2.0.0", is: "string" },
      identity: { since: "1.0.0", is: "string" },
    },
  };
  const row = (name: string, sources = [source]) =>
    coveragePage(model, sources, { first: "1.19.1", leftOut: new Map([["identity", "Repeats sub."]]) })
      .split("\n")
      .filter((line) => line.startsWith(`| \`${name}\` |`));

  it.each([
    ["kind", "1.9.4 | 1.1.0"],
    ["metadata", "0.1.0 | 1.0.0, boolean"],
    ["sha256", "0.7.0 | –"],
    ["agent.admin", "1.36.0 | –"],
    ["fresh", "not in the schemas yet | 2.0.0"],
  ])("tells of %s since when the protocol and the package have it: %s", (name, cells) => {
    expect(row(name)).toEqual([`| \`${name}\` | ${cells} |`]);
  });

  it("tells of what is left out why, once", () => {
    expect(row("identity")).toEqual(["| `identity` | Repeats sub. |"]);
  });

  it("counts, and names the releases that were read", () => {
    const page = coveragePage(model, [source], { first: "1.19.1", leftOut: new Map() });
    expect(page).toContain(
      `| X, the x package | 1.0.0 to 2.0.0 | 2 of ${Object.keys(ourDeclarations(model).claims).length} of the claims |`,
    );
  });

  it("ticks what a package with the protocol's releases has, since the protocol tells when it came", () => {
    const isProtocol = { ...source, isProtocol: true, releases: ["2.0.0"] };
    expect(row("kind", [isProtocol])).toEqual(["| `kind` | 1.9.4 | ✓ |"]);
    expect(row("fresh", [isProtocol])).toEqual(["| `fresh` | not in the schemas yet | 2.0.0 |"]);
  });
});
