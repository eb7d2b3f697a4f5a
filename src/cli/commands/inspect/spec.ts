import type { CommandSpec } from "../../args/command-spec.js";
import { API_KEY, API_SECRET, API_SECRET_FILE, ENV_FILE, NOW, TARGET, TOKEN } from "../../args/shared-options.js";

export const inspect = {
  summary: "report what a token contains, what it permits, and what is wrong with it",
  details: [
    "The first line is the verdict. Then come the findings, what the holder may and may not do, what servers do with the token, and its claims. Any text is accepted: if it is not a token, the findings say what it is instead.",
    "No key is needed. With a secret, it checks the signature. If that is wrong, it tries the usual mistakes: a line feed at the end of the secret, quotes around it, base64. No secret is printed, neither the API secret nor those of a room configuration.",
    "Exit codes: 0 when there is no finding of severity error; 1 when there is one, or when the token does not permit the call of --for; 2 for a usage error. schema/reports/inspection.json describes the output of --json.",
  ],
  arguments: { TOKEN },
  options: {
    "api-key": API_KEY,
    "api-secret": { ...API_SECRET, many: true },
    "api-secret-file": API_SECRET_FILE,
    "env-file": ENV_FILE,
    target: { ...TARGET, help: `report what this target does with the token: ${TARGET.help}` },
    for: {
      value: "CALL",
      help: "check whether the token permits a call of the server's API, such as CreateRoom or RemoveParticipant, and exit 1 if not",
    },
    room: { value: "NAME", help: "the room of the call of --for; the room in the token by default" },
    now: NOW,
    full: { help: "also print claims that are at their default" },
    json: { help: "print the report as JSON" },
    web: {
      help: "serve the inspector page to this machine only, and print its address; tokens stay in the browser",
    },
    port: { value: "PORT", help: "the port of the page of --web; a free one by default" },
  },
  examples: [
    {
      says: "What a token permits, and whether our secret signed it",
      line: "livekit-claims mint --join --room stage --identity alice | livekit-claims inspect",
    },
    {
      says: "Whether the holder may remove somebody from a room",
      line: 'livekit-claims mint --join --room stage --identity alice | livekit-claims inspect --for RemoveParticipant --room stage || echo "is denied"',
    },
    {
      says: "Why an older server answers 401 to a token that newer ones accept",
      line: `echo '{"roomConfig": {"tags": {"a": "b"}}}' | livekit-claims mint --claims - | livekit-claims inspect --target livekit-server@1.9.11 || echo "is refused"`,
    },
  ],
} as const satisfies CommandSpec;
