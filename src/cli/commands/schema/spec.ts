import type { CommandSpec } from "../../args/command-spec.js";

export const schema = {
  summary: "print a self-contained JSON Schema, for validators and code generators",
  details: [
    "The flavour rules is for validating, shapes for generating types. Rules come in three profiles: input for what callers write, mint for what is about to be signed, decode for what was verified.",
  ],
  arguments: {
    NAME: {
      help: "what the schema describes, in any case, such as VideoGrants; Claims by default. --list prints all",
      optional: true,
    },
  },
  options: {
    dialect: { value: "DIALECT", help: "2020-12 (the default) or draft-07" },
    flavour: { value: "FLAVOUR", help: "rules (the default) or shapes" },
    profile: { value: "PROFILE", help: "mint (the default), input or decode; only for rules" },
    list: { help: "list the schemas instead" },
    json: { help: "print the list as JSON, and errors too" },
  },
  examples: [
    { says: "The rules for claims that are about to be signed", line: "livekit-claims schema" },
    {
      says: "Types for a language whose tools read only draft-07",
      line: "livekit-claims schema VideoGrants --flavour shapes --dialect draft-07 > video-grants.json",
    },
    {
      says: "A schema for an editor that completes a file of claims for mint --claims",
      line: "livekit-claims schema --profile input > claims.schema.json",
    },
    { says: "All schemas", line: "livekit-claims schema --list" },
  ],
} as const satisfies CommandSpec;
