import type { CommandSpec } from "../../args/command-spec.js";
import { API_KEY, API_SECRET, API_SECRET_FILE, ENV_FILE, NOW, TARGET, TOKEN } from "../../args/shared-options.js";

export const lint = {
  summary: "report what is wrong with a token or claims, and how to fix it",
  details: [
    "Claims are JSON, as in the payload of a token. With a secret, it checks the signature of a token. If that is wrong, it tries the usual mistakes with secrets. generated/docs/lint.md lists all findings.",
    "Exit codes: 0 when there is no finding of severity error, 1 when there is one, 2 for a usage error. schema/reports/findings.json describes the output of --json.",
  ],
  arguments: { TOKEN: { ...TOKEN, help: `${TOKEN.help}; or claims as JSON` } },
  options: {
    "api-key": { ...API_KEY, help: "the API key that the server knows; a token with another key is an error" },
    "api-secret": { ...API_SECRET, many: true },
    "api-secret-file": API_SECRET_FILE,
    "env-file": ENV_FILE,
    target: { ...TARGET, help: `report what this target does not know: ${TARGET.help}` },
    now: NOW,
    json: { help: "print the findings as JSON" },
  },
  examples: [
    {
      says: "A token",
      line: "livekit-claims mint --join --room stage --identity alice | livekit-claims lint",
    },
    {
      says: "Claims that are not signed yet",
      line: `echo '{"iss": "key", "exp": 1, "video": {"roomName": "stage"}}' | livekit-claims lint --json || echo "has errors"`,
    },
  ],
} as const satisfies CommandSpec;
