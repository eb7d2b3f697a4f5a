export type { TokenSourceRequest, TokenSourceResponse } from "../generated/endpoint.js";
export type { Authorization } from "./endpoint/authorization.js";
export type { CorsOptions } from "./endpoint/cors.js";
export { type PerRequest, type TokenEndpointOptions, tokenEndpoint } from "./endpoint/token-endpoint.js";
export { parseTokenRequest } from "./endpoint/token-request.js";
export { type TokenResponseBody, type TokenResponseOptions, tokenResponse } from "./endpoint/token-response.js";
