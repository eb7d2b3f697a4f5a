import type { Claims } from "../../../../generated/types.js";
import { decodeClaims } from "../../../claims/decode.js";
import { AccessTokenError } from "../../../issues/error.js";
import type { Finding } from "../../../lint/finding.js";
import type { Target } from "../../../targets/target.js";
import type { Credentials } from "../../args/credentials.js";
import type { Io } from "../../terminal/io.js";
import { presentable } from "../../terminal/redact-secrets.js";
import { readDescriptions } from "./descriptions.js";
import type { Permission } from "./permission.js";
import { permissionsOf } from "./permissions.js";
import { readAny } from "./reading.js";
import { type ServerGroup, serverGroups } from "./servers.js";
import { checkSignature, type SignatureVerdict } from "./signature.js";
import { type Time, timesOf } from "./times.js";

/** All that there is to say about a token; `inspect --json` prints it. What cannot be told is null. */
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

export interface Conditions {
  readonly target: Target | undefined;
  readonly credentials: Credentials | undefined;
}

export async function examine(text: string, { target, credentials }: Conditions, io: Io): Promise<Examination> {
  const secret = credentials?.secrets[0];
  const { token, header, payload, isWellFormed, findings } = readAny(text, {
    clock: io.clock,
    ...(target && { target }),
    ...(secret !== undefined && { secret }),
  });

  const claims = payload && isWellFormed ? decoded(payload) : undefined;
  return {
    header: header ? presentable(header) : null,
    claims: payload ? presentable(payload) : null,
    times: payload ? timesOf(payload, io.clock() / 1000) : [],
    signature: await checkSignature(token, payload, credentials),
    permissions: claims ? permissionsOf(claims, await readDescriptions(io)) : null,
    servers: (claims && payload && serverGroups(payload, target ? [target.name] : undefined)) ?? null,
    findings,
  };
}

/** The claims, unless they are invalid, which the findings tell. */
function decoded(payload: Readonly<Record<string, unknown>>): Claims | undefined {
  try {
    return decodeClaims({ ...payload });
  } catch (error) {
    if (error instanceof AccessTokenError) return undefined;
    throw error;
  }
}
