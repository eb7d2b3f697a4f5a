import { printableJson } from "../../../json/escape-controls.js";
import { calendar } from "../../../lint/durations.js";
import { AccessToken } from "../../../mint/access-token.js";
import { toSeconds } from "../../../mint/duration.js";
import { redactSecrets } from "../../../report/redact-secrets.js";
import { Claims } from "../../../verify/claims.js";
import type { Given } from "../../args/command-spec.js";
import { requireCredentials } from "../../args/credentials.js";
import { targetNamed } from "../../args/target-named.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { UsageError } from "../../terminal/usage-error.js";
import { claimsFor } from "./claims-for.js";
import type { mint as spec } from "./spec.js";

export async function mint({ options }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const target = targetNamed(options.target);
  const { apiKey, secrets } = requireCredentials(options, io);
  const seconds = validityOf(options["valid-for"]);
  let token = AccessToken.withApiKey(apiKey, secrets[0]).withClaims(await claimsFor(options, io));
  if (seconds !== undefined) token = token.withTtl(seconds);
  if (options["allow-sensitive"]) token = token.allowSensitiveCredentials();
  const jwt = await token.toJwt({ compact: options.compact, clock: io.clock, ...(target && { target }) });
  io.stdout.write(options.json ? `${report(jwt)}\n` : `${jwt}\n`);
  return EXIT.fine;
}

function report(token: string): string {
  const claims = Claims.fromUnverified(token);
  return printableJson({
    token,
    // As `lk token create --json` calls it.
    access_token: token,
    identity: claims.sub,
    room: claims.video.room,
    valid_from: calendar(claims.nbf),
    expires_at: calendar(claims.exp),
    claims: redactSecrets(claims),
  });
}

/** @throws UsageError when the text is not a duration */
function validityOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = toSeconds(text);
  if (seconds !== undefined) return seconds;
  throw new UsageError('--valid-for: must be a length of time such as 90, "90s", "1h30m", "2 days" or "1 week"');
}
