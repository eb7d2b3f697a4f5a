import type { CommandSpec } from "../../args/command-spec.js";

export const targets = {
  summary: "list the servers that --target knows, with the protocol that each speaks",
  details: ["A release of the protocol, such as protocol@1.43.4, is a target too, and any later one."],
  arguments: {},
  options: { json: { help: "print the list as JSON" } },
  examples: [{ says: "Those of 1.9", line: "livekit-claims targets | grep @1.9" }],
} as const satisfies CommandSpec;
