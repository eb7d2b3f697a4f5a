import { endpointShapes, type TokenSourceResponse } from "../../generated/endpoint.js";
import { invalidArgument } from "../issues/error.js";
import { ANYTHING, OBJECT, type OptionRules, readOptions } from "../issues/options.js";
import { typeName } from "../json/type-name.js";
import type { AccessToken, MintOptions } from "../mint/access-token.js";
import { snakeCase } from "../room-config/snake-case.js";
import { type Authorization, authorizedToken } from "./authorization.js";

/** "serverUrl" → "server_url". */
type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : "";

/** The JSON body of a token endpoint's answer, with the names of the .proto file, which all of LiveKit's clients read. */
export type TokenResponseBody = {
  readonly [Name in keyof TokenSourceResponse & string as SnakeCase<Name>]-?: NonNullable<TokenSourceResponse[Name]>;
};

export interface TokenResponseOptions {
  /** The address of the LiveKit server that clients connect to, such as "wss://example.livekit.cloud". */
  readonly serverUrl: string;
  /** The template of all tokens: its key signs them, and they have its claims and grants too. */
  readonly token: AccessToken;
  /** The options of {@link AccessToken.toJwt}. */
  readonly mint?: MintOptions;
}

const OPTIONS: OptionRules<TokenResponseOptions> = { serverUrl: ANYTHING, token: ANYTHING, mint: OBJECT };

/**
 * Mints the token that an authorization describes, and returns the body of the answer: send it as JSON, with the status
 * 201 and `Cache-Control: no-store`. The token has roomJoin.
 *
 * @throws AccessTokenError INVALID_ARGUMENT, and what {@link AccessToken.toJwt} throws
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
 * Returns the address that it is given.
 *
 * @throws AccessTokenError INVALID_ARGUMENT for an address that clients cannot connect to, or with a password in it
 */
export function checkServerUrl(serverUrl: unknown): string {
  const url = typeof serverUrl === "string" ? parseUrl(serverUrl) : undefined;
  if (url === undefined || !/^(?:wss?|https?):$/.test(url.protocol)) {
    const got = typeof serverUrl === "string" ? "another text" : typeName(serverUrl);
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
