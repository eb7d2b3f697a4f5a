import type { CommandSpec } from "../../args/command-spec.js";

export const schema = {
  summary: "print a self-contained JSON Schema, for validators and code generators",
  details: [
    "The flavour rules is for validating, shapes for generating types. Rules come in three profiles: input for what callers write, mint for what is about to be signed, decode for what was verified.",
  ],
  arguments: {
    NAME: { help: "what it describes, in any case; Claims unless given. --list has all", optional: true },
  },
  options: {
    dialect: { value: "DIALECT", help: "2020-12, which it is unless set, or draft-07" },
    flavour: { value: "FLAVOUR", help: "rules, which it is unless set, or shapes" },
    profile: { value: "PROFILE", help: "mint, which it is unless set, input or decode; for rules" },
    list: { help: "list the schemas instead" },
    json: { help: "print the list as JSON, and errors too" },
  },
  examples: [
    { says: "The rules for claims that are about to be signed", line: "livekit-claims schema" },
    {
      says: "Types for a language of old tools",
      line: "livekit-claims schema VideoGrants --flavour shapes --dialect draft-07 > video-grants.json",
    },
    {
      says: "A schema by which an editor completes a file of claims for mint --claims",
      line: "livekit-claims schema --profile input > claims.schema.json",
    },
    { says: "All that there are", line: "livekit-claims schema --list" },
  ],
} as const satisfies CommandSpec;
