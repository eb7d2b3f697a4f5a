import { describe, expect, it } from "vitest";
import { targetNames } from "../../../../src/targets.js";
import { command, json } from "../../../support/run-cli.js";

describe("livekit-claims targets", () => {
  it("lists the servers with their protocol", async () => {
    const { stdout } = await command(["targets"]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual(targetNames());
    expect(lines).toContainEqual(
      expect.stringMatching(/^livekit-server@1\.9\.11 +protocol 1\.43\.5-0\.20260114074149$/),
    );
  });

  it("lists the servers as JSON", async () => {
    expect(await json<unknown[]>(["targets", "--json"])).toContainEqual({
      name: "livekit-server@1.11.0",
      protocol: "1.45.3",
    });
  });
});
