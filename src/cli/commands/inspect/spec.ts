import type { CommandSpec } from "../../args/command-spec.js";
import { API_KEY, API_SECRET, API_SECRET_FILE, ENV_FILE, NOW, TARGET, TOKEN } from "../../args/shared-options.js";

export const inspect = {
  summary: "tell all about a token: what it says, what it permits, what is wrong with it",
  details: [
    "The first line is the verdict. Then come the findings, what the holder may do and may not, what servers do with the token, and what it holds. It has something to say about any text, however far from a token.",
    "It needs no key. With a secret, it checks the signature, and names the usual mistake behind a wrong one: a line feed at the end of the secret, quotes around it, base64. No secret is printed, neither the API's nor those of a room configuration.",
    "Exit codes: 0 when nothing is wrong but for warnings; 1 for a finding of severity error, and for a call that --for names and the token does not permit; 2 for a fault of usage. schema/reports/inspection.json describes the output of --json.",
  ],
  arguments: { TOKEN },
  options: {
    "api-key": API_KEY,
    "api-secret": { ...API_SECRET, many: true },
    "api-secret-file": API_SECRET_FILE,
    "env-file": ENV_FILE,
    target: { ...TARGET, help: `tell what the target makes of it: ${TARGET.help}` },
    for: {
      value: "CALL",
      help: "check whether the token permits a call of the server's API, such as CreateRoom or RemoveParticipant, and exit 1 if not",
    },
    room: { value: "NAME", help: "the room of that call, where it is not the one in the token" },
    now: NOW,
    full: { help: "print claims at their default too" },
    json: { help: "print it as JSON" },
    web: {
      help: "serve the inspector page on this machine alone, and print its address; no token leaves the browser that opens it",
    },
    port: { value: "PORT", help: "the port of that page; a free one unless given" },
  },
  examples: [
    {
      says: "What a token permits, and whether it is ours",
      line: "livekit-claims mint --join --room stage --identity alice | livekit-claims inspect",
    },
    {
      says: "Whether it lets the holder remove somebody from a room",
      line: 'livekit-claims mint --join --room stage --identity alice | livekit-claims inspect --for RemoveParticipant --room stage || echo "is denied"',
    },
    {
      says: "Why an older server answers 401 to a token that newer ones take",
      line: `echo '{"roomConfig": {"tags": {"a": "b"}}}' | livekit-claims mint --claims - | livekit-claims inspect --target livekit-server@1.9.11 || echo "is refused"`,
    },
  ],
} as const satisfies CommandSpec;
