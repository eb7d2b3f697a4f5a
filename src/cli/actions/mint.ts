import { AccessToken } from "../../access-token.js";
import { Claims } from "../../claims.js";
import type { Given } from "../command.js";
import type { mint as spec } from "../commands/mint.js";
import { requireCredentials } from "../credentials.js";
import { targetNamed } from "../inputs.js";
import { EXIT, type ExitCode, type Io } from "../io.js";
import { claimsFor } from "../mint/claims-for.js";
import { parseValidity } from "../mint/validity.js";
import { presentable } from "../presentable.js";
import { printableJson } from "../printable.js";

export async function mint({ options }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const target = targetNamed(options.target);
  const { apiKey, secrets } = requireCredentials(options, io);
  const seconds = parseValidity(options["valid-for"]);
  let token = AccessToken.withApiKey(apiKey, secrets[0]).withClaims(await claimsFor(options, io));
  if (seconds !== undefined) token = token.withTtl(seconds);
  if (options["allow-sensitive"]) token = token.allowSensitiveCredentials();
  const jwt = await token.toJwt({ compact: options.compact, clock: io.clock, ...(target && { target }) });
  const minted = { token: jwt, claims: presentable(Claims.fromUnverified(jwt)) };
  io.stdout.write(options.json ? `${printableJson(minted)}\n` : `${jwt}\n`);
  return EXIT.fine;
}
