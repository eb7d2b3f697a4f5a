import type { Entries } from "../../model/history/history.js";
import { writeEntries } from "../../model/history/text.js";
import type { Declarations } from "../structs.js";

/** The path, relative to schema/, of the declarations of each source's releases. */
export const UPSTREAM_FILE = "protocol/upstream.json";

export interface Upstream {
  readonly sources: readonly UpstreamSource[];
}

export interface UpstreamSource {
  readonly id: string;
  readonly title: string;
  /** The releases that were read, oldest first. */
  readonly releases: readonly string[];
  readonly declarations: Entries;
}

/** Returns the declarations of the newest release that was read. */
export function present({ declarations }: UpstreamSource): Declarations {
  const there = Object.entries(declarations).filter(([, { removed }]) => removed === undefined);
  return Object.fromEntries(there.map(([name, { is = "" }]) => [name, is]));
}

const COMMENT =
  'Written by "npm run coverage" from the releases of each package; do not edit. since, removed, is, was, away: as in ' +
  "history.json. is: the JSON type of a claim or grant.";

/** Returns the text of the file: a line for each declaration, sorted by name. */
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
