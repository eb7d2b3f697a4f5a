import { diagnose } from "../../../lint/diagnose.js";
import type { Finding } from "../../../lint/finding.js";
import { hideSecrets } from "../../../lint/hide-secrets.js";
import { read } from "../../../lint/reading.js";
import { readableForms } from "../../../lint/secret-forms.js";
import type { SignatureVerdict } from "../../../lint/signature.js";
import type { Target } from "../../../targets/target.js";
import type { KnownCredentials } from "../../args/credentials.js";
import { lintOptions } from "../../args/lint-options.js";
import type { Io } from "../../terminal/io.js";
import { redactSecrets } from "../../terminal/redact-secrets.js";
import { readDescriptions } from "./descriptions.js";
import type { Permission } from "./permission.js";
import { permissionsOf } from "./permissions.js";
import { type ServerGroup, serverGroups } from "./servers.js";
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
  readonly credentials: KnownCredentials;
}

export async function examine(text: string, { target, credentials }: ExamineOptions, io: Io): Promise<Examination> {
  const reading = read(text);
  const { signature, findings } = await diagnose(reading, lintOptions({ target, credentials, clock: io.clock }));
  const hide = hideSecrets(credentials.secrets.flatMap(readableForms));
  const { header, payload, content, formErrors } = reading;
  // A token that is refused for its form permits nothing, whatever its claims say.
  const taken = formErrors.length === 0 ? content : undefined;
  return hide({
    header: header ? redactSecrets(header) : null,
    claims: payload ? redactSecrets(payload) : null,
    times: payload ? timesOf(payload, io.clock() / 1000) : [],
    signature,
    permissions: taken?.claims ? permissionsOf(taken.claims, await readDescriptions(io)) : null,
    servers: (taken && serverGroups(taken, target ? [target.name] : undefined)) ?? null,
    findings,
  });
}
