import type { CommandSpec } from "../../args/command-spec.js";
import { API_KEY, API_SECRET, NOW, TARGET, TOKEN } from "../../args/shared-options.js";

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
    for: {
      value: "CALL",
      help: "tell whether the token permits a call of the server's API, such as CreateRoom or RemoveParticipant, and exit 1 if not",
    },
    room: { value: "NAME", help: "the room of that call, where it is not the one in the token" },
    now: NOW,
    full: { help: "print claims at their default too" },
    json: { help: "print it as JSON; schema/reports/inspection.schema.json describes it" },
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
