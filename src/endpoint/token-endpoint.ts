import type { TokenSourceRequest } from "../../generated/endpoint.js";
import { invalidArgument } from "../issues/error.js";
import type { Issue } from "../issues/issue.js";
import { ANYTHING, NOT_NEGATIVE, OBJECT, type OptionRule, type OptionRules, readOptions } from "../issues/options.js";
import type { AccessToken } from "../mint/access-token.js";
import { type Authorization, isAccessToken, isInvalidRequest } from "./authorization.js";
import { type CorsOptions, corsHeaders, preflight, readCors } from "./cors.js";
import { readBody } from "./read-body.js";
import { parseTokenRequest } from "./token-request.js";
import { checkServerUrl, type TokenResponseOptions, tokenResponse } from "./token-response.js";

/**
 * A value, or a function that returns it for each authorized request. The function receives the arguments of the handler: some
 * runtimes provide their environment only there.
 */
export type PerRequest<Value, Context extends readonly unknown[] = []> =
  | Value
  | ((request: Request, ...context: Context) => Value | Promise<Value>);

/**
 * The options of {@link tokenEndpoint}.
 *
 * @typeParam Context the further arguments that the runtime passes to a handler, such as `[env: Env]` on Workers
 */
export interface TokenEndpointOptions<Context extends readonly unknown[] = []>
  extends Omit<TokenResponseOptions, "serverUrl" | "token"> {
  /** The address of the LiveKit server that clients connect to, such as "wss://example.livekit.cloud". */
  readonly serverUrl: PerRequest<string, Context>;
  /** The template of all tokens: its key signs them, and its claims and grants are added to them. */
  readonly token: PerRequest<AccessToken, Context>;
  /**
   * Authenticates the user of a request, and decides what to grant. Nothing that the client asks for is granted unless this
   * function returns it. Errors that it throws are answered with the status 500.
   *
   * @param asked what the client asks for; only the types are checked
   * @param request the request, for its headers; its body has already been read
   * @param context the further arguments of the handler
   * @returns who joins which room with which rights, or a Response, which is sent as the refusal
   */
  readonly authorize: (
    asked: TokenSourceRequest,
    request: Request,
    ...context: Context
  ) => Authorization | Response | Promise<Authorization | Response>;
  /** The size of the largest body that is read, in bytes. 1,048,576 (1 MiB) by default. */
  readonly maxBodyBytes?: number;
  /** The pages that may call the endpoint from other origins. None by default. */
  readonly cors?: CorsOptions;
  /** Receives the errors behind answers with the status 500, which do not describe them. `console.error` by default. */
  readonly onError?: (error: unknown, request: Request, ...context: Context) => unknown;
}

const MAX_BODY_BYTES = 1_048_576;

const FUNCTION: OptionRule = [(value) => typeof value === "function", "a function"];

type AnyContext = readonly unknown[];
type Options = TokenEndpointOptions<AnyContext>;
type Endpoint = Options & Required<Pick<Options, "maxBodyBytes" | "onError">>;

const OPTIONS: OptionRules<Options> = {
  serverUrl: ANYTHING,
  token: [
    (value) => typeof value === "function" || isAccessToken(value),
    "an AccessToken, or a function that returns one",
  ],
  authorize: FUNCTION,
  mint: OBJECT,
  maxBodyBytes: NOT_NEGATIVE,
  cors: OBJECT,
  onError: FUNCTION,
};

/**
 * Returns the request handler of a token endpoint, which LiveKit's clients call by `TokenSource.endpoint(url)`. The handler
 * answers 201 with the address of the server and a token. The token has `roomJoin` for the room and identity that `authorize`
 * returns.
 *
 * Errors are answered in JSON with `code`, `message` and `issues`: 400 for an invalid body, 405 for a method other than POST, 413
 * for a body that is too large, and 415 for a Content-Type other than JSON. Any other error, such as one that `authorize` throws
 * or one in the configuration, is answered with 500 without details and passed to `onError`.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when an option is missing, unknown or invalid
 */
export function tokenEndpoint<Context extends readonly unknown[] = []>(
  options: TokenEndpointOptions<Context>,
): (request: Request, ...context: Context) => Promise<Response> {
  const endpoint = readEndpoint(options);
  return async (request, ...context) => {
    try {
      return await handle(endpoint, request, context);
    } catch (error) {
      await reportError(endpoint, error, request, context);
      return errorResponse(endpoint, request, 500, "INTERNAL_ERROR", "the token could not be issued");
    }
  };
}

function readEndpoint(given: unknown): Endpoint {
  const options = readOptions("tokenEndpoint", given, OPTIONS);
  for (const name of ["serverUrl", "token", "authorize"] as const) {
    if (options[name] === undefined) throw invalidArgument(`tokenEndpoint needs the option ${name}`);
  }
  if (typeof options.serverUrl !== "function") checkServerUrl(options.serverUrl);
  const cors = options.cors && readCors(options.cors);
  return { maxBodyBytes: MAX_BODY_BYTES, onError: (error) => console.error(error), ...options, cors } as Endpoint;
}

async function handle(endpoint: Endpoint, request: Request, context: AnyContext): Promise<Response> {
  const { cors, maxBodyBytes } = endpoint;
  if (cors !== undefined && request.method === "OPTIONS") return preflight(request, cors);
  if (request.method !== "POST") {
    const allow = cors === undefined ? "POST" : "POST, OPTIONS";
    return errorResponse(endpoint, request, 405, "METHOD_NOT_ALLOWED", "use POST", { Allow: allow });
  }
  // Required, since pages of any origin may post text or a form without a preflight.
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) {
    return errorResponse(endpoint, request, 415, "UNSUPPORTED_MEDIA_TYPE", "send the Content-Type application/json");
  }
  const body = await readBody(request, maxBodyBytes);
  if (body === undefined) {
    return errorResponse(endpoint, request, 413, "BODY_TOO_LARGE", `the body has more than ${maxBodyBytes} bytes`);
  }
  const parsed = parseBody(body);
  if ("asked" in parsed) return issueToken(endpoint, parsed.asked, request, context);
  return errorResponse(endpoint, request, 400, parsed.code, parsed.message, {}, parsed.issues);
}

type ParsedBody =
  | { readonly asked: TokenSourceRequest }
  | { readonly code: string; readonly message: string; readonly issues: readonly Issue[] };

function parseBody(body: Uint8Array): ParsedBody {
  try {
    return { asked: parseTokenRequest(body) };
  } catch (error) {
    if (isInvalidRequest(error)) return error;
    throw error;
  }
}

async function issueToken(
  endpoint: Endpoint,
  asked: TokenSourceRequest,
  request: Request,
  context: AnyContext,
): Promise<Response> {
  const { serverUrl, token, authorize, mint } = endpoint;
  const decision = await authorize(asked, request, ...context);
  if (isResponse(decision)) return withHeaders(decision, corsHeaders(request, endpoint.cors));
  const options = {
    serverUrl: typeof serverUrl === "function" ? await serverUrl(request, ...context) : serverUrl,
    token: typeof token === "function" ? await token(request, ...context) : token,
    ...(mint === undefined ? {} : { mint }),
  };
  return jsonResponse(endpoint, request, 201, await tokenResponse(options, decision));
}

/** Whether a value is a Response. Frameworks have their own classes, which instanceof does not recognize. */
function isResponse(value: unknown): value is Response {
  return value instanceof Response || Object.prototype.toString.call(value) === "[object Response]";
}

/** Returns a copy of a response with more headers. The headers of the response itself may be immutable. */
function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  if (Object.keys(headers).length === 0) return response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.append(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers: all });
}

function errorResponse(
  endpoint: Endpoint,
  request: Request,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  issues: readonly Issue[] = [],
): Response {
  return jsonResponse(endpoint, request, status, { code, message, issues }, headers);
}

function jsonResponse(
  { cors }: Endpoint,
  request: Request,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      ...corsHeaders(request, cors),
      ...headers,
    },
  });
}

async function reportError(
  { onError }: Endpoint,
  error: unknown,
  request: Request,
  context: AnyContext,
): Promise<void> {
  try {
    await onError(error, request, ...context);
  } catch (fault) {
    console.error(fault);
  }
}
