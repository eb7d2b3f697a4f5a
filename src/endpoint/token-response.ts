import { endpointShapes, type TokenSourceResponse } from "../../generated/endpoint.js";
import { invalidArgument } from "../issues/error.js";
import { ANYTHING, OBJECT, type OptionRules, readOptions } from "../issues/options.js";
import { typeName } from "../json/type-name.js";
import type { AccessToken, MintOptions } from "../mint/access-token.js";
import { snakeCase } from "../room-config/snake-case.js";
import { type Authorization, authorizedToken } from "./authorization.js";

/** Converts "serverUrl" to "server_url". */
type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : "";

/** The JSON body of a token endpoint's answer. Its names are those of the .proto file, which all of LiveKit's clients read. */
export type TokenResponseBody = {
  readonly [Name in keyof TokenSourceResponse & string as SnakeCase<Name>]-?: NonNullable<TokenSourceResponse[Name]>;
};

/** The options of {@link tokenResponse}. */
export interface TokenResponseOptions {
  /** The address of the LiveKit server that clients connect to, such as "wss://example.livekit.cloud". */
  readonly serverUrl: string;
  /** The template of the token: its key signs the token, and its claims and grants are added to it. */
  readonly token: AccessToken;
  /** The options of {@link AccessToken.toJwt}. */
  readonly mint?: MintOptions;
}

const OPTIONS: OptionRules<TokenResponseOptions> = { serverUrl: ANYTHING, token: ANYTHING, mint: OBJECT };

/**
 * Signs the token that an authorization describes, and returns the body of the answer. Send it as JSON with the status 201 and
 * `Cache-Control: no-store`. The token has `roomJoin`.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when an option or the authorization is invalid; as {@link AccessToken.toJwt}
 */
export async function tokenResponse(
  options: TokenResponseOptions,
  authorization: Authorization,
): Promise<TokenResponseBody> {
  const { serverUrl, token, mint } = readOptions("tokenResponse", options, OPTIONS);
  const url = checkServerUrl(serverUrl);
  const participantToken = await authorizedToken(token, authorization).toJwt(mint);
  return toBody({ serverUrl: url, participantToken });
}

function toBody(response: Required<TokenSourceResponse>): TokenResponseBody {
  const shape = endpointShapes.TokenSourceResponse;
  const names = Object.keys(shape) as (keyof TokenSourceResponse)[];
  return Object.fromEntries(names.map((name) => [snakeCase(name), response[name]])) as TokenResponseBody;
}

/**
 * Returns the address unchanged.
 *
 * @throws AccessTokenError INVALID_ARGUMENT unless it is a URL with ws, wss, http or https, without a user name or password
 */
export function checkServerUrl(serverUrl: unknown): string {
  const url = typeof serverUrl === "string" ? parseUrl(serverUrl) : undefined;
  if (url === undefined || !/^(?:wss?|https?):$/.test(url.protocol)) {
    const got =
      typeof serverUrl === "string" ? "a string that is not a ws, wss, http or https URL" : typeName(serverUrl);
    throw invalidArgument(`serverUrl must be a URL such as "wss://example.livekit.cloud"; got ${got}`);
  }
  if (url.username !== "" || url.password !== "") {
    throw invalidArgument("serverUrl must not have a user name or password: every client receives it");
  }
  return serverUrl as string;
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
