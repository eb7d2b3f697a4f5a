import type { CommandSpec } from "../../args/command-spec.js";

const SCHEMA = "a file with a JSON Schema, - for standard input, or the name of a file that schema --list has";

export const diff = {
  summary: "tell how two JSON Schemas differ, and what step of a version that takes",
  details: [
    "With --fail-on it exits with 1 when there is such a change, so that a build can hold a schema to the one it was made for.",
  ],
  arguments: { OLD: { help: SCHEMA }, NEW: { help: SCHEMA } },
  options: {
    "fail-on": { value: "KIND", help: "exit with 1 when there is a change: breaking, or any" },
    json: { help: "print the changes as JSON" },
  },
  examples: [
    {
      says: "In CI: fail when the schemas of this release break somebody who uses the ones that were kept",
      line: "livekit-claims schema > kept.json; livekit-claims diff --fail-on breaking kept.json claims.rules-mint.2020-12.json",
    },
    {
      says: "From a schema that was kept to that of this release",
      line: "livekit-claims schema --profile decode > kept.json; livekit-claims diff kept.json claims.rules-mint.2020-12.json",
    },
  ],
} as const satisfies CommandSpec;
