import { invalidArgument } from "../issues/error.js";
import { ANYTHING, attempt, BOOLEAN, NOT_NEGATIVE, type OptionRules, readOptions } from "../issues/options.js";
import { typeName } from "../json/type-name.js";

/** The pages of other origins that may call an endpoint. */
export interface CorsOptions {
  /** The allowed origins, such as "https://app.example.com", or "*" for all. */
  readonly origins: "*" | readonly string[];
  /** The request headers that pages may send. `["Content-Type", "Authorization"]` by default. */
  readonly headers?: readonly string[];
  /** Whether pages may send cookies. False by default. Cannot be true when `origins` is "*". */
  readonly credentials?: boolean;
  /** How long browsers may cache the answer to a preflight request, in seconds. 7200 by default. */
  readonly maxAge?: number;
}

const HEADERS = ["Content-Type", "Authorization"] as const;
const MAX_AGE = 7_200;

const OPTIONS: OptionRules<CorsOptions> = {
  origins: ANYTHING,
  headers: [isStringList, "a list of names"],
  credentials: BOOLEAN,
  maxAge: NOT_NEGATIVE,
};

/**
 * Checks and copies the options.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when an option is invalid, an origin is not one that browsers send, or cookies are
 *   allowed from all origins
 */
export function readCors(given: unknown): CorsOptions {
  const options = readOptions("cors", given, OPTIONS);
  const origins = attempt("cors.origins", () => readOrigins(options.origins));
  if (origins === "*" && options.credentials) {
    throw invalidArgument('cors.credentials needs a list of origins: browsers refuse it with "*"');
  }
  return { ...options, origins };
}

function readOrigins(given: unknown): CorsOptions["origins"] {
  if (given === "*") return given;
  if (!Array.isArray(given)) throw invalidArgument('cors.origins must be "*" or a list of origins');
  const origins: string[] = [];
  for (const origin of given as unknown[]) {
    if (typeof origin === "string" && isOrigin(origin)) {
      origins.push(origin);
      continue;
    }
    const got = typeof origin === "string" ? JSON.stringify(origin) : typeName(origin);
    throw invalidArgument(
      `cors.origins must have origins such as "https://app.example.com", without a path; got ${got}`,
    );
  }
  return origins;
}

/** Whether a value is a list of strings. Stops at the first hole, while every() would skip it and all others. */
function isStringList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const element of value) if (typeof element !== "string") return false;
  return true;
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

/** Returns the headers that allow the calling page to read an answer. */
export function corsHeaders(request: Request, cors: CorsOptions | undefined): Record<string, string> {
  if (cors === undefined) return {};
  if (cors.origins === "*") return { "Access-Control-Allow-Origin": "*" };
  const origin = request.headers.get("origin");
  // Set for origins that are not allowed too: a cache must not use the answer to one origin for another.
  if (origin === null || !cors.origins.includes(origin)) return { Vary: "Origin" };
  return {
    Vary: "Origin",
    "Access-Control-Allow-Origin": origin,
    ...(cors.credentials ? { "Access-Control-Allow-Credentials": "true" } : {}),
  };
}

/** Answers a preflight: the OPTIONS request that a browser sends before the actual request. */
export function preflight(request: Request, cors: CorsOptions): Response {
  const allowed = corsHeaders(request, cors);
  if (!("Access-Control-Allow-Origin" in allowed)) return new Response(null, { status: 204, headers: allowed });
  return new Response(null, {
    status: 204,
    headers: {
      ...allowed,
      "Access-Control-Allow-Methods": "POST",
      "Access-Control-Allow-Headers": (cors.headers ?? HEADERS).join(", "),
      "Access-Control-Max-Age": String(cors.maxAge ?? MAX_AGE),
    },
  });
}
