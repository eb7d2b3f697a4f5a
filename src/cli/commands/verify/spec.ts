import type { CommandSpec } from "../../args/command-spec.js";
import { API_KEY, API_SECRET, API_SECRET_FILE, ENV_FILE, TOKEN } from "../../args/shared-options.js";

export const verify = {
  summary: "verify a token and print its claims",
  details: [
    "The claims are printed as JSON with every default filled in. If the token does not verify, no claims are printed. The error is on standard error, with its code and the place in the claims.",
    "Secrets in a room configuration are not printed, so those claims cannot be minted again as they are.",
  ],
  arguments: { TOKEN },
  options: {
    "api-key": API_KEY,
    "api-secret": {
      ...API_SECRET,
      many: true,
      help: `${API_SECRET.help}; repeat it for another one while secrets are rotated`,
    },
    "api-secret-file": API_SECRET_FILE,
    "env-file": ENV_FILE,
    leeway: { value: "SECONDS", help: "by how much clocks may differ; 60 by default" },
    json: { help: "print errors as JSON too" },
  },
  examples: [
    {
      says: "Mint and verify",
      line: "livekit-claims mint --join --room stage --identity alice | livekit-claims verify",
    },
  ],
} as const satisfies CommandSpec;
