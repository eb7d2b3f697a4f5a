import { describe, expect, it } from "vitest";
import { SOURCES } from "../../scripts/protocol/coverage/sources.js";
import type { Declarations } from "../../scripts/protocol/structs.js";
import type { Edit } from "./changes.js";
import { fixtureOf } from "./fixture.js";

async function read(id: string, edit?: Edit): Promise<Declarations> {
  const source = SOURCES.find((each) => each.id === id);
  if (!source) throw new Error(`there is no source ${id}`);
  return source.read(await fixtureOf(id, edit));
}

const NODE = "dist/grants.d.ts";
const PYTHON = "livekit/api/access_token.py";
const RUST = "access_token.rs";
const JAVA = "io/livekit/server/AccessToken.java";

const RENAME_BOTH = 'rename(serialize = "canPublishSources", deserialize = "canPublishSources")';
const NAMED = "pub struct Named {\n    pub name: String,\n}";

describe("another form of the same declaration is read alike", () => {
  const forms: Readonly<Record<string, readonly [id: string, edit: Edit]>> = {
    "TypeScript: a name in quotes, and undefined": [
      "node",
      { [NODE]: ["  room?: string;", '  "room"?: string | undefined;'] },
    ],
    "Python: a class named in quotes": ["python", { [PYTHON]: ["Optional[VideoGrants]", 'Optional["VideoGrants"]'] }],
    "Python: all of an annotation in quotes": [
      "python",
      { [PYTHON]: ["Optional[VideoGrants]", '"Optional[VideoGrants]"'] },
    ],
    "Python: typing with its module": [
      "python",
      { [PYTHON]: ["Optional[VideoGrants]", "typing.Optional[VideoGrants]"] },
    ],
    "Python: a constant of the class": [
      "python",
      { [PYTHON]: ["    can_publish: bool = True", "    can_publish: bool = True\n    MOST: ClassVar[int] = 1"] },
    ],
    "Rust: another name for reading": [
      "rust",
      { [RUST]: [RENAME_BOTH, 'rename(serialize = "canPublishSources", deserialize = "sources")'] },
    ],
    "Rust: rename_all for writing": [
      "rust",
      { [RUST]: ['default, rename_all = "camelCase"', 'default, rename_all(serialize = "camelCase")'] },
    ],
    "Rust: a newtype": [
      "rust",
      { [RUST]: [NAMED, "pub struct Named(Inner);\n\npub struct Inner {\n    pub name: String,\n}"] },
    ],
    "Rust: a name that is a word of the language": ["rust", { [RUST]: ["pub name: String", "pub r#name: String"] }],
  };
  it.each(Object.entries(forms))("%s", async (_, [id, edit]) => {
    expect(await read(id, edit)).toEqual(await read(id));
  });

  it("Rust: the name for serialization is used", async () => {
    const edit: Edit = { [RUST]: [RENAME_BOTH, 'rename(serialize = "sources")'] };
    expect(Object.keys(await read("rust", edit))).toContain("video.sources");
  });
});

describe("a declaration that cannot be read is an error with its place", () => {
  const other = (name: string): RegExp => new RegExp(`embeds ${name}, which is not declared`);
  const twice = (name: string): RegExp => new RegExp(`has different declarations of ${name}`);
  const forms: Readonly<Record<string, readonly [id: string, edit: Edit, problem: RegExp]>> = {
    "TypeScript: another root": [
      "node",
      { [NODE]: ["interface ClaimGrants", "interface Grants"] },
      /has no declaration of ClaimGrants/,
    ],
    "TypeScript: members of an alias": [
      "node",
      { [NODE]: ["interface Named {\n  name?: string;\n}", "type Named = { name?: string };"] },
      other("Named"),
    ],
    "TypeScript: two of a name": ["node", { "dist/other.d.ts": "interface VideoGrant {}" }, twice("VideoGrant")],
    "Python: no Python": [
      "python",
      { [PYTHON]: ["class VideoGrants:", "class VideoGrants"] },
      /access_token\.py: .*line 9/,
    ],
    "Python: a base that is no dataclass": [
      "python",
      { [PYTHON]: ["@dataclasses.dataclass(frozen=True)\n", ""] },
      other("Named"),
    ],
    "Rust: no Rust": ["rust", { [RUST]: ["pub struct Claims {", "pub struct Claims {{"] }, /access_token\.rs: /],
    "Rust: another convention of names": [
      "rust",
      { [RUST]: ['rename_all = "camelCase"', 'rename_all = "kebab-case"'] },
      /rename_all = "kebab-case" is not supported/,
    ],
    "Java: a method of another form": [
      "java",
      { [JAVA]: ["public void setName", "public void withFresh(boolean fresh) {}\n  public void setName"] },
      /withFresh\(boolean\): no known way to call it/,
    ],
  };
  it.each(Object.entries(forms))("%s", async (_, [id, edit, problem]) => {
    await expect(read(id, edit)).rejects.toThrow(problem);
  });
});
