import type { Entries } from "../../model/history/history.js";
import { writeEntries } from "../../model/history/text.js";
import type { Declarations } from "../structs.js";

/** What the releases of each source declare, relative to schema/. */
export const UPSTREAM_FILE = "protocol/upstream.json";

export interface Upstream {
  readonly sources: readonly UpstreamSource[];
}

export interface UpstreamSource {
  readonly id: string;
  readonly title: string;
  /** Those that were read, oldest first. */
  readonly releases: readonly string[];
  readonly declarations: Entries;
}

/** What the newest release that was read declares. */
export function present({ declarations }: UpstreamSource): Declarations {
  const there = Object.entries(declarations).filter(([, { removed }]) => removed === undefined);
  return Object.fromEntries(there.map(([name, { is = "" }]) => [name, is]));
}

const COMMENT =
  'Read by "npm run coverage" off the releases of each package; not edited by hand. since, removed, is, was, away: as ' +
  "in history.json. is is the JSON type of a claim or grant.";

/** The file's text: a declaration a line, sorted by name. */
export function writeUpstream({ sources }: Upstream): string {
  const texts = sources.map(
    ({ id, title, releases, declarations }) => `    {
      "id": ${JSON.stringify(id)},
      "title": ${JSON.stringify(title)},
      "releases": [${releases.map((release) => JSON.stringify(release)).join(", ")}],
      "declarations": ${writeEntries(declarations, "      ")}
    }`,
  );
  return `{\n  "$comment": ${JSON.stringify(COMMENT)},\n  "sources": [\n${texts.join(",\n")}\n  ]\n}\n`;
}

export function parseUpstream(text: string): Upstream {
  return JSON.parse(text) as Upstream;
}
