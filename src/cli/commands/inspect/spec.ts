import type { CommandSpec } from "../../args/command-spec.js";
import { API_KEY, API_SECRET, TARGET, TOKEN } from "../../args/shared-options.js";

export const inspect = {
  summary: "tell all about a token: what it says, what it permits, what is wrong with it",
  details: [
    "It needs no key; with one, it tells whether the signature is right. Secrets in a room configuration are not printed. It has something to say about any text, however far from a token.",
  ],
  arguments: { TOKEN },
  options: {
    "api-key": API_KEY,
    "api-secret": { ...API_SECRET, many: true },
    target: { ...TARGET, help: `tell what the target makes of it: ${TARGET.help}` },
    json: { help: "print it as JSON" },
  },
  examples: [
    {
      says: "What a token permits, and whether it is ours",
      line: "livekit-claims mint --join --room stage --identity alice | livekit-claims inspect",
    },
    {
      says: "Why an older server answers 401 to a token that newer ones take",
      line: `echo '{"roomConfig": {"tags": {"a": "b"}}}' | livekit-claims mint --claims - | livekit-claims inspect --target livekit-server@1.9.11 || echo "is refused"`,
    },
  ],
} as const satisfies CommandSpec;
