import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command, json } from "../../../support/run-cli.js";

const bundle = (file: string): string =>
  readFileSync(new URL(`../../../../generated/bundles/${file}`, import.meta.url), "utf8");
const index: { bundles: { file: string }[] } = JSON.parse(bundle("index.json"));

describe("livekit-claims schema", () => {
  it.each<[string[], string]>([
    [[], "claims.rules-mint.2020-12.json"],
    [["claims"], "claims.rules-mint.2020-12.json"],
    [["VIDEOGRANTS"], "video-grants.rules-mint.2020-12.json"],
    [["video-grants", "--profile", "decode"], "video-grants.rules-decode.2020-12.json"],
    [["SIPGrants", "--flavour", "shapes"], "sip-grants.shapes.2020-12.json"],
    [["RoomConfiguration", "--dialect", "draft-07"], "room-configuration.rules-mint.draft-07.json"],
    [["--flavour", "Shapes", "--dialect", "Draft-07"], "claims.shapes.draft-07.json"],
    [["claims.shapes.draft-07"], "claims.shapes.draft-07.json"],
    [["claims.shapes.draft-07.json"], "claims.shapes.draft-07.json"],
  ])("prints the bytes of a bundle for %j", async (argv, file) => {
    expect(await command(["schema", ...argv])).toEqual({ code: 0, stdout: bundle(file), stderr: "" });
  });

  it.each<[string[], string]>([
    [["token"], 'NAME: "token" is not there; it is one of Claims, VideoGrants, '],
    [["VideoGrant"], 'NAME: "VideoGrant" is not there; did you mean VideoGrants?'],
    [["--dialect", "draft-7"], '--dialect: "draft-7" is not there; did you mean draft-07?'],
    [["--flavour", "types"], '--flavour: "types" is not there; it is one of rules, shapes'],
    [["--profile", "verify"], '--profile: "verify" is not there; it is one of mint, input, decode'],
    [["--flavour", "shapes", "--profile", "mint"], "--profile: shapes are of no profile"],
    [["claims.shapes.draft-07", "--dialect", "draft-07"], "--dialect: the name of a file says it already"],
  ])("exits 2 for %j", async (argv, message) => {
    const { code, stdout, stderr } = await command(["schema", ...argv]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`USAGE: ${message}`);
  });

  it("lists all bundles", async () => {
    const { stdout } = await command(["schema", "--list"]);
    expect(stdout.trimEnd().split("\n")).toEqual(index.bundles.map(({ file }) => file));
    expect(await json(["schema", "--list", "--json"])).toEqual(index.bundles);
  });
});
