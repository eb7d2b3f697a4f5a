import { printableJson } from "../../../json/escape-controls.js";
import { findTokens } from "../../../paste/find-tokens.js";
import { redactSecrets } from "../../../report/redact-secrets.js";
import { TokenVerifier } from "../../../verify/token-verifier.js";
import type { Given } from "../../args/command-spec.js";
import { requireCredentials } from "../../args/credentials.js";
import { readToken } from "../../args/tokens.js";
import { HintedError } from "../../terminal/hinted-error.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { UsageError } from "../../terminal/usage-error.js";
import type { verify as spec } from "./spec.js";

export async function verify({ options, arguments: { TOKEN } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const { apiKey, secrets } = requireCredentials(options, io);
  const leeway = parseLeeway(options.leeway);
  // A computed name, so that a key called __proto__ is one.
  const verifier = TokenVerifier.withKeys(
    { [apiKey]: secrets },
    { clock: io.clock, ...(leeway !== undefined && { leeway }) },
  );
  const claims = await verifier.verify(tokenAlone(await readToken(TOKEN, io)));
  io.stdout.write(`${printableJson(redactSecrets(claims))}\n`);
  return EXIT.fine;
}

/**
 * Returns the text for the verifier, which takes a token alone.
 *
 * @throws HintedError when the text has a token in it, or is not a token for a known reason
 */
function tokenAlone(text: string): string {
  const [found, ...more] = findTokens(text);
  if (more.length > 0) {
    throw new HintedError("MALFORMED_TOKEN", `the text holds ${more.length + 1} tokens`, "Pass one token at a time.");
  }
  if (found.kind === "claims") {
    throw new HintedError(
      "MALFORMED_TOKEN",
      "the text is the JSON of claims, not a token: nobody signed it",
      "livekit-claims lint looks at claims, livekit-claims mint --claims signs them.",
    );
  }
  const remark = found.kind === "reason" ? found : found.around;
  if (remark !== undefined) throw new HintedError("MALFORMED_TOKEN", remark.message, remark.fix);
  return text;
}

function parseLeeway(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,9}(\.\d+)?$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError("--leeway: must be a number of seconds that is not negative");
}
