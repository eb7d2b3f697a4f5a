import type { CommandSpec } from "../../args/command-spec.js";

export const targets = {
  summary: "list the servers that --target knows, with the protocol release of each",
  details: ["A release of the protocol is a target too: protocol@1.43.4, for example, or any later one."],
  arguments: {},
  options: { json: { help: "print the list as JSON" } },
  examples: [{ says: "The releases of 1.9", line: "livekit-claims targets | grep @1.9" }],
} as const satisfies CommandSpec;
