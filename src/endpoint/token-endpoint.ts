import type { TokenSourceRequest } from "../../generated/endpoint.js";
import { invalidArgument } from "../issues/error.js";
import type { Issue } from "../issues/issue.js";
import { ANYTHING, NOT_NEGATIVE, OBJECT, type OptionRule, type OptionRules, readOptions } from "../issues/options.js";
import type { AccessToken } from "../mint/access-token.js";
import { type Authorization, isInvalidRequest } from "./authorization.js";
import { type CorsOptions, corsHeaders, preflight, readCors } from "./cors.js";
import { readBody } from "./read-body.js";
import { parseTokenRequest } from "./token-request.js";
import { checkServerUrl, type TokenResponseOptions, tokenResponse } from "./token-response.js";

/**
 * A value that is known when the endpoint is made, or a function that returns it for a request which was authorized, for
 * runtimes that know their environment only then. Its arguments are those of the handler.
 */
export type PerRequest<Value, Context extends readonly unknown[] = []> =
  | Value
  | ((request: Request, ...context: Context) => Value | Promise<Value>);

/** @typeParam Context the further arguments that the runtime passes to a handler, such as `[env: Env]` on Workers */
export interface TokenEndpointOptions<Context extends readonly unknown[] = []>
  extends Omit<TokenResponseOptions, "serverUrl" | "token"> {
  /** The address of the LiveKit server that clients connect to, such as "wss://example.livekit.cloud". */
  readonly serverUrl: PerRequest<string, Context>;
  /** The template of all tokens: its key signs them, and they have its claims and grants too. */
  readonly token: PerRequest<AccessToken, Context>;
  /**
   * Decides about a request. Nothing that the client asks for is granted unless this returns it.
   *
   * @param asked the client's wishes, of the right types and otherwise unchecked
   * @param request the request with its headers; its body has been read
   * @param context the further arguments of the handler
   * @returns who joins which room with which rights, or a Response, which is sent as the refusal
   */
  readonly authorize: (
    asked: TokenSourceRequest,
    request: Request,
    ...context: Context
  ) => Authorization | Response | Promise<Authorization | Response>;
  /** The largest body that is read, in bytes. 1,048,576 unless set. */
  readonly maxBodyBytes?: number;
  /** The pages that may call the endpoint from other origins. None unless set. */
  readonly cors?: CorsOptions;
  /** Receives the errors that a browser is not told of. `console.error` unless set. */
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
    (value) => typeof value === "function" || (typeof value === "object" && value !== null),
    "an AccessToken, or a function that returns one",
  ],
  authorize: FUNCTION,
  mint: OBJECT,
  maxBodyBytes: NOT_NEGATIVE,
  cors: OBJECT,
  onError: FUNCTION,
};

/**
 * Returns the handler of a token endpoint, to which LiveKit's clients post what they want
 * (`TokenSource.endpoint(url)`). It answers 201 with the address of the server and a token with roomJoin for the room and
 * identity that `authorize` returns.
 *
 * Other answers are JSON with `code`, `message` and `issues`: 400 for an invalid body, 405, 413 and 415. An error in
 * `authorize`, or one of configuration, is a 500 without details, and goes to `onError`.
 *
 * @throws AccessTokenError INVALID_ARGUMENT for options that no request could be answered with
 */
export function tokenEndpoint<Context extends readonly unknown[] = []>(
  options: TokenEndpointOptions<Context>,
): (request: Request, ...context: Context) => Promise<Response> {
  const endpoint = readEndpoint(options);
  return async (request, ...context) => {
    try {
      return await answer(endpoint, request, context);
    } catch (error) {
      await report(endpoint, error, request, context);
      return failure(endpoint, request, 500, "INTERNAL_ERROR", "the token could not be issued");
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

async function answer(endpoint: Endpoint, request: Request, context: AnyContext): Promise<Response> {
  const { cors, maxBodyBytes } = endpoint;
  if (cors !== undefined && request.method === "OPTIONS") return preflight(request, cors);
  if (request.method !== "POST") {
    const allow = cors === undefined ? "POST" : "POST, OPTIONS";
    return failure(endpoint, request, 405, "METHOD_NOT_ALLOWED", "use POST", { Allow: allow });
  }
  // Required, since a page of any origin may post text or a form without a preflight.
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) {
    return failure(endpoint, request, 415, "UNSUPPORTED_MEDIA_TYPE", "send the Content-Type application/json");
  }
  const body = await readBody(request, maxBodyBytes);
  if (body === undefined) {
    return failure(endpoint, request, 413, "BODY_TOO_LARGE", `the body has more than ${maxBodyBytes} bytes`);
  }
  const asked = parse(body);
  if (!("request" in asked)) return failure(endpoint, request, 400, asked.code, asked.message, {}, asked.issues);
  return issue(endpoint, asked.request, request, context);
}

type Asked =
  | { readonly request: TokenSourceRequest }
  | { readonly code: string; readonly message: string; readonly issues: readonly Issue[] };

function parse(body: Uint8Array): Asked {
  try {
    return { request: parseTokenRequest(body) };
  } catch (error) {
    if (isInvalidRequest(error)) return error;
    throw error;
  }
}

async function issue(
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
  return json(endpoint, request, 201, await tokenResponse(options, decision));
}

/** Not instanceof alone: frameworks have Response classes of their own. */
function isResponse(value: unknown): value is Response {
  return value instanceof Response || Object.prototype.toString.call(value) === "[object Response]";
}

/** A copy with more headers: those of a Response may be immutable. */
function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  if (Object.keys(headers).length === 0) return response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.append(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers: all });
}

function failure(
  endpoint: Endpoint,
  request: Request,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  issues: readonly Issue[] = [],
): Response {
  return json(endpoint, request, status, { code, message, issues }, headers);
}

function json(
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

async function report({ onError }: Endpoint, error: unknown, request: Request, context: AnyContext): Promise<void> {
  try {
    await onError(error, request, ...context);
  } catch (fault) {
    console.error(fault);
  }
}
