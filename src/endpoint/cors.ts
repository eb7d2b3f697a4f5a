import { invalidArgument } from "../issues/error.js";
import { ANYTHING, attempt, BOOLEAN, NOT_NEGATIVE, type OptionRules, readOptions } from "../issues/options.js";
import { typeName } from "../json/type-name.js";

/** Which pages of other origins may call an endpoint. */
export interface CorsOptions {
  /** The origins, such as "https://app.example.com", or "*" for every page. */
  readonly origins: "*" | readonly string[];
  /** The request headers that pages may send. "Content-Type" and "Authorization" unless set. */
  readonly headers?: readonly string[];
  /** Whether pages may send cookies. False unless set; not with "*". */
  readonly credentials?: boolean;
  /** Seconds that browsers keep the answer to a preflight. 7200 unless set. */
  readonly maxAge?: number;
}

const HEADERS = ["Content-Type", "Authorization"] as const;
const MAX_AGE = 7_200;

const OPTIONS: OptionRules<CorsOptions> = {
  origins: ANYTHING,
  headers: [isTexts, "a list of names"],
  credentials: BOOLEAN,
  maxAge: NOT_NEGATIVE,
};

/**
 * Checks and copies the options.
 *
 * @throws AccessTokenError INVALID_ARGUMENT for origins that no browser sends, or cookies from everywhere
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

/** At the first hole this ends, however many there are. */
function isTexts(value: unknown): boolean {
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

/** Returns the headers with which an answer may be read by the page that asks. */
export function corsHeaders(request: Request, cors: CorsOptions | undefined): Record<string, string> {
  if (cors === undefined) return {};
  if (cors.origins === "*") return { "Access-Control-Allow-Origin": "*" };
  const origin = request.headers.get("origin");
  // Caches must not hand the answer for one origin to another, whether or not this one is allowed.
  if (origin === null || !cors.origins.includes(origin)) return { Vary: "Origin" };
  return {
    Vary: "Origin",
    "Access-Control-Allow-Origin": origin,
    ...(cors.credentials ? { "Access-Control-Allow-Credentials": "true" } : {}),
  };
}

/** Answers a preflight, the OPTIONS request that a browser sends first. */
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
