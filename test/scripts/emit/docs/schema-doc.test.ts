import { beforeAll, describe, expect, it } from "vitest";
import { emitSchemaDoc } from "../../../../scripts/emit/docs/schema-doc.js";
import { load } from "../../../../scripts/model/load.js";
import { heldByTokens, type Model } from "../../../../scripts/model/model.js";
import { SCHEMA } from "../../../support/copies.js";

let model: Model;
let pages: Map<string, string>;
beforeAll(async () => {
  model = heldByTokens(await load(SCHEMA));
  pages = new Map(emitSchemaDoc(model).map(({ path, content }) => [path.replace(/^.*\//, ""), content]));
});

/** Returns the text below the heading of a member, up to the next heading. */
function section(page: string, heading: string): string {
  const [, text = "missing"] = pages.get(page)?.split(new RegExp(`^#{2,3} ${heading}$`, "m")) ?? [];
  return text.split(/^#/m)[0] as string;
}

describe("the reference of the schemas", () => {
  it("has a section for every member of every object", () => {
    const headings = [...pages.values()].flatMap((text) => text.match(/^#{2,3} .*$/gm) ?? []);
    const expected = [...model.defs.values()].flatMap((def) =>
      def.members.map(({ name }) => (model.roots.includes(def.name) ? `## ${name}` : `### ${def.name}.${name}`)),
    );
    expect(expected.length).toBeGreaterThan(100);
    expect(headings).toEqual(expect.arrayContaining(expected));
  });

  it("has type, default, first releases and an example of a member", () => {
    expect(section("video-grants.md", "canPublishSources")).toContain(`- Type: list of [TrackSource](#tracksource)
- Default: \`[]\`
- Since: protocol 1.4.0, livekit-server 1.3.5
- Example: \`"canPublishSources": ["screen_share_audio"]\`
`);
  });

  it("names the member that a default is taken from", () => {
    expect(section("video-grants.md", "canPublishData")).toContain(
      "- Default: the value of `canPublish`; `true` when that is absent too\n",
    );
  });

  it.each([
    ["S3Upload.secret", "yes; minting refuses it unless `allowSensitiveCredentials` is called"],
    ["S3Upload.accessKey", "better kept back; lint warns about it"],
    ["S3Upload.bucket", "no"],
  ])("says whether %s is secret: %s", (heading, secrecy) => {
    expect(section("room-configuration.md", heading)).toContain(`- Secret: ${secrecy}\n`);
  });

  it("says which members exclude each other", () => {
    expect(section("room-configuration.md", "AutoTrackEgress.s3")).toContain(
      "- One of: at most one member of `output`",
    );
  });

  it("has the number and the first release of each value of an enum", () => {
    expect(section("room-configuration.md", "JobRestartPolicy")).toContain(
      "| `JRP_NEVER` | 1 | protocol 1.45.2, livekit-server 1.11.0 |",
    );
  });
});
