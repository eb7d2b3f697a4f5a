import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { differences, write } from "../../scripts/emit/output/output-folder.js";
import { generate } from "../../scripts/emit/pipeline.js";
import type { JsonSchema } from "../../scripts/model/json-schema.js";
import type { Output } from "../../scripts/model/model.js";
import { copyProject, edit, GENERATED } from "../support/copies.js";
import { typecheck } from "../support/typecheck.js";

const whisper = { description: "Whisper. Not permitted when absent.", type: "boolean" };
const shout = { description: "Shout. Not permitted when absent.", type: "boolean", default: false };

/** What generated/ is when two members are added to schema/video-grants.schema.json, and nothing else is changed. */
let outputs: readonly Output[];
let folder: string;

beforeAll(async () => {
  const project = await copyProject();
  folder = join(project, "generated");
  const file = join(project, "schema", "video-grants.schema.json");
  await edit(file, "/properties/canWhisper", whisper);
  await edit(file, "/properties/canShout", shout);
  outputs = await generate(join(project, "schema"));
  await write(folder, await differences(folder, outputs));
});

const output = (path: string): string => outputs.find((file) => file.path === path)?.content ?? "";
const load = (path: string) => import(pathToFileURL(join(folder, path)).href);

describe("members added to one schema, without and with a default", () => {
  it("change the generated files that speak of them", async () => {
    const changed = await differences(GENERATED, outputs);
    expect(changed.filter(({ kind }) => kind !== "stale")).toEqual([]);
    const paths = changed.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...["types.ts", "builders.ts", "validators.js", "shapes.ts"],
        ...[
          "bundles/claims.rules-mint.2020-12.json",
          "bundles/video-grants.shapes.draft-07.json",
          "bundles/index.json",
        ],
      ]),
    );
    for (const other of ["validators.d.ts", "bundles/sip-grants.shapes.draft-07.json"])
      expect(paths).not.toContain(other);
  });

  it("are in the types: with a default always there, without one optional, both optional to give", () => {
    expect(memberLines("VideoGrants")).toEqual(["  canWhisper?: boolean;", "  canShout: boolean;"]);
    expect(memberLines("VideoGrantsInit")).toEqual(["  canWhisper?: boolean;", "  canShout?: boolean;"]);
    expect(output("types.ts")).toContain(
      `  /**\n   * ${shout.description}\n   *\n   * @defaultValue \`false\`\n   */\n  canShout: boolean;`,
    );
  });

  it("are in code that typechecks", () => {
    expect(typecheck(folder)).toEqual([]);
  });

  it("are built: the default filled in, the other one absent unless set", async () => {
    const { buildVideoGrants, fillClaims } = await load("builders.ts");
    expect(buildVideoGrants({})).toHaveProperty("canShout", false);
    expect(buildVideoGrants({})).not.toHaveProperty("canWhisper");
    const { video } = fillClaims({ video: { canWhisper: false, canShout: true } });
    expect(video).toMatchObject({ canWhisper: false, canShout: true });
  });

  it.each(["canWhisper", "canShout"])("%s is validated, minting and verifying", async (member) => {
    const { checkVideoGrants, checkClaims, checkDecodedClaims } = await load("validators.js");
    const claims = (value: unknown) => ({ exp: 1, iss: "a", video: { [member]: value } });
    const refused = (at: string) => [{ instancePath: at, keyword: "type", params: { type: "boolean" } }];

    expect(checkVideoGrants({ [member]: true })).toBe(true);
    expect(checkVideoGrants({ [member]: "true" })).toBe(false);
    expect(checkVideoGrants.errors).toEqual(refused(`/${member}`));
    for (const validate of [checkClaims, checkDecodedClaims]) {
      expect(validate(claims(false))).toBe(true);
      expect(validate(claims(null))).toBe(false);
      expect(validate.errors).toEqual(refused(`/video/${member}`));
    }
  });

  it("are in the table of shapes", async () => {
    expect(Object.keys((await load("shapes.ts")).shapes.VideoGrants).slice(-2)).toEqual(["canWhisper", "canShout"]);
  });

  it("are in the bundles, as written", () => {
    const members = { canWhisper: whisper, canShout: shout };
    expect(JSON.parse(output("bundles/video-grants.rules-mint.2020-12.json")).properties).toMatchObject(members);
    const { VideoGrants } = JSON.parse(output("bundles/claims.rules-mint.2020-12.json")).$defs as Record<
      string,
      JsonSchema
    >;
    expect(VideoGrants?.properties).toMatchObject(members);
  });
});

function memberLines(type: string): string[] {
  const [, body = ""] =
    new RegExp(`^export interface ${type} \\{\n([\\s\\S]*?)^\\}`, "m").exec(output("types.ts")) ?? [];
  return body.split("\n").filter((line) => /^ +can(Whisper|Shout)\b/.test(line));
}
