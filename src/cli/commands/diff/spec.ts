import type { CommandSpec } from "../../args/command-spec.js";

const SCHEMA = "a file with a JSON Schema, - for standard input, or a file name that schema --list prints";

export const diff = {
  summary: "list how two JSON Schemas differ, and which version step that needs",
  details: [
    "With --fail-on, it exits with 1 when there is a change of that kind, so that a build fails when a schema changes.",
  ],
  arguments: { OLD: { help: SCHEMA }, NEW: { help: SCHEMA } },
  options: {
    "fail-on": { value: "KIND", help: "exit with 1 when there is a change of this kind: breaking, or any" },
    json: { help: "print the changes as JSON" },
  },
  examples: [
    {
      says: "In CI: fail when the schema of this release breaks users of one that was kept",
      line: "livekit-claims schema > kept.json; livekit-claims diff --fail-on breaking kept.json claims.rules-mint.2020-12.json",
    },
    {
      says: "Compare a schema that was kept with that of this release",
      line: "livekit-claims schema --profile decode > kept.json; livekit-claims diff kept.json claims.rules-mint.2020-12.json",
    },
  ],
} as const satisfies CommandSpec;
