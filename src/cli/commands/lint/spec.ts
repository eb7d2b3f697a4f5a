import type { CommandSpec } from "../../args/command-spec.js";
import { API_KEY, API_SECRET, API_SECRET_FILE, ENV_FILE, NOW, TARGET, TOKEN } from "../../args/shared-options.js";

export const lint = {
  summary: "tell what is wrong with a token, or with claims, and what to do about it",
  details: [
    "Claims are JSON, as they would stand in a token. With a secret, the signature of a token is checked, and the usual mistake with the secret is named where there is one. generated/docs/lint.md lists all that may be found.",
    "Exit codes: 0 when there is no finding of severity error, 1 when there is one, 2 for a fault of usage. schema/reports/findings.json describes the output of --json.",
  ],
  arguments: { TOKEN: { ...TOKEN, help: `${TOKEN.help}; or claims as JSON` } },
  options: {
    "api-key": { ...API_KEY, help: "the API key that the server knows; a token of another one is an error" },
    "api-secret": { ...API_SECRET, many: true },
    "api-secret-file": API_SECRET_FILE,
    "env-file": ENV_FILE,
    target: { ...TARGET, help: `tell what the target does not know: ${TARGET.help}` },
    now: NOW,
    json: { help: "print the findings as JSON" },
  },
  examples: [
    {
      says: "A token",
      line: "livekit-claims mint --join --room stage --identity alice | livekit-claims lint",
    },
    {
      says: "Claims of one's own making",
      line: `echo '{"iss": "key", "exp": 1, "video": {"roomName": "stage"}}' | livekit-claims lint --json || echo "has errors"`,
    },
  ],
} as const satisfies CommandSpec;
