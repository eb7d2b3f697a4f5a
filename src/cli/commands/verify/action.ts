import { printableJson } from "../../../json/escape-controls.js";
import { TokenVerifier } from "../../../verify/token-verifier.js";
import type { Given } from "../../args/command-spec.js";
import { requireCredentials } from "../../args/credentials.js";
import { readToken } from "../../args/inputs.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { redactSecrets } from "../../terminal/redact-secrets.js";
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
  const claims = await verifier.verify(await readToken(TOKEN, io));
  io.stdout.write(`${printableJson(redactSecrets(claims))}\n`);
  return EXIT.fine;
}

function parseLeeway(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,9}(\.\d+)?$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError("--leeway: must be a number of seconds that is not negative");
}
