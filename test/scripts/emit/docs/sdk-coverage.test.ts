import { beforeAll, describe, expect, it } from "vitest";
import { coveragePage } from "../../../../scripts/emit/docs/sdk-coverage.js";
import { load } from "../../../../scripts/model/load.js";
import type { Model } from "../../../../scripts/model/model.js";
import type { UpstreamSource } from "../../../../scripts/protocol/coverage/upstream.js";
import { ourClaims } from "../../../../scripts/protocol/our-claims.js";
import { SCHEMA } from "../../../support/copies.js";

let model: Model;
beforeAll(async () => {
  model = await load(SCHEMA);
});

describe("coveragePage", () => {
  const source: UpstreamSource = {
    ...{ id: "x", title: "X, the x package", releases: ["1.0.0", "1.1.0", "2.0.0"] },
    declarations: {
      kind: { since: "1.1.0", is: "string" },
      metadata: { since: "1.0.0", is: "boolean" },
      sha256: { since: "1.0.0", is: "string", removed: "1.1.0" },
      fresh: { since: "2.0.0", is: "string" },
      identity: { since: "1.0.0", is: "string" },
    },
  };
  const row = (name: string, sources = [source]) =>
    coveragePage(model, sources, new Map([["identity", "Repeats sub."]]))
      .split("\n")
      .filter((line) => line.startsWith(`| \`${name}\` |`));

  it.each([
    ["kind", "1.9.4 | 1.1.0"],
    ["metadata", "0.1.0 | 1.0.0, boolean"],
    ["sha256", "0.7.0 | –"],
    ["agent.admin", "1.36.0 | –"],
    ["fresh", "not in the schemas | 2.0.0"],
  ])("has for %s the releases of the protocol and of the package: %s", (name, cells) => {
    expect(row(name)).toEqual([`| \`${name}\` | ${cells} |`]);
  });

  it("has one reason for each member that is left out", () => {
    expect(row("identity")).toEqual(["| `identity` | Repeats sub. |"]);
  });

  it("has the counts and the releases that were read", () => {
    const page = coveragePage(model, [source], new Map());
    const all = Object.keys(ourClaims(model)).length;
    expect(page).toContain(`| X, the x package | 1.0.0 to 2.0.0 | 2 of ${all} |`);
  });

  it("has the members and values of the room configuration with their releases", () => {
    const rows = [
      "StreamDestination.url",
      "RoomAgentDispatch.agent_name",
      "EncodedFileType.MCAP",
      "TrackSource.CAMERA",
    ];
    expect(rows.map((name) => row(name))).toEqual([
      ["| `StreamDestination.url` | 1.53.1 |"],
      ["| `RoomAgentDispatch.agent_name` | 1.19.2 |"],
      ["| `EncodedFileType.MCAP` | 1.54.0 |"],
      ["| `TrackSource.CAMERA` | 0.9.9 |"],
    ]);
  });
});
