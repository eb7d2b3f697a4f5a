import type { Finding } from "../../../lint/finding.js";
import { lintReading } from "../../../lint/lint.js";
import { read } from "../../../lint/reading.js";
import type { Target } from "../../../targets/target.js";
import type { Credentials } from "../../args/credentials.js";
import type { Io } from "../../terminal/io.js";
import { redactSecrets } from "../../terminal/redact-secrets.js";
import { readDescriptions } from "./descriptions.js";
import type { Permission } from "./permission.js";
import { permissionsOf } from "./permissions.js";
import { type ServerGroup, serverGroups } from "./servers.js";
import { checkSignature, type SignatureVerdict } from "./signature.js";
import { type Time, timesOf } from "./times.js";

/** Everything that inspect reports about a token; `inspect --json` prints it. What is unknown is null. */
export interface Examination {
  readonly header: unknown;
  /** As they stand in the token, but for secrets. */
  readonly claims: unknown;
  readonly times: readonly Time[];
  readonly signature: SignatureVerdict;
  readonly permissions: readonly Permission[] | null;
  /** What the target would do, or else all servers. */
  readonly servers: readonly ServerGroup[] | null;
  readonly findings: readonly Finding[];
}

export interface ExamineOptions {
  readonly target: Target | undefined;
  readonly credentials: Credentials | undefined;
}

export async function examine(text: string, { target, credentials }: ExamineOptions, io: Io): Promise<Examination> {
  const secret = credentials?.secrets[0];
  const reading = read(text);
  const { header, payload, content, formErrors } = reading;
  // A token that is refused for its form permits nothing, whatever its claims say.
  const taken = formErrors.length === 0 ? content : undefined;
  return {
    header: header ? redactSecrets(header) : null,
    claims: payload ? redactSecrets(payload) : null,
    times: payload ? timesOf(payload, io.clock() / 1000) : [],
    signature: await checkSignature(reading, credentials),
    permissions: taken?.claims ? permissionsOf(taken.claims, await readDescriptions(io)) : null,
    servers: (taken && serverGroups(taken, target ? [target.name] : undefined)) ?? null,
    findings: lintReading(reading, {
      clock: io.clock,
      ...(target && { target }),
      ...(secret !== undefined && { secret }),
    }),
  };
}
