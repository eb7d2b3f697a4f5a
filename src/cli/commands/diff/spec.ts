import type { CommandSpec } from "../../args/command-spec.js";

const SCHEMA = "a file with a JSON Schema, - for standard input, or the name of a file that schema --list has";

export const diff = {
  summary: "tell how two JSON Schemas differ, and what step of a version that takes",
  details: [],
  arguments: { OLD: { help: SCHEMA }, NEW: { help: SCHEMA } },
  options: { json: { help: "print the changes as JSON" } },
  examples: [
    {
      says: "From a schema that was kept to that of this release",
      line: "livekit-claims schema --profile decode > kept.json; livekit-claims diff kept.json claims.rules-mint.2020-12.json",
    },
  ],
} as const satisfies CommandSpec;
