import { invalidArgument } from "../issues/error.js";

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

/** @throws AccessTokenError INVALID_ARGUMENT for origins that no browser sends, or cookies from everywhere */
export function checkCors({ origins, credentials }: CorsOptions): void {
  if (origins === "*") {
    if (credentials) throw invalidArgument('cors.credentials needs a list of origins: browsers refuse it with "*"');
    return;
  }
  if (!Array.isArray(origins)) throw invalidArgument('cors.origins must be "*" or a list of origins');
  for (const origin of origins) {
    if (typeof origin === "string" && isOrigin(origin)) continue;
    throw invalidArgument(
      `cors.origins must have origins such as "https://app.example.com", without a path; got ${JSON.stringify(origin)}`,
    );
  }
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
