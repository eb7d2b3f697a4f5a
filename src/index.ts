export type { JsonMessage } from "../generated/setters.js";
export type * from "../generated/types.js";
export * from "./claims/input-builders.js";
export * from "./claims/standard-schemas.js";

export { type ValidateClaimsOptions, validateClaims } from "./claims/validate.js";
export { AccessTokenError, type AccessTokenErrorCode } from "./issues/error.js";
export type { Issue } from "./issues/issue.js";
export { DEFAULT_MAX_TOKEN_BYTES } from "./jws/compact-jws.js";
export type { KeyProvider, Secrets } from "./jws/keys.js";
export { AccessToken, type MintOptions } from "./mint/access-token.js";
export { DEFAULT_TTL, type Duration } from "./mint/duration.js";
export type { Target } from "./targets/target.js";
export { type Body, hashBody, verifyBody } from "./verify/body.js";
export { Claims, type ReadOptions, type VerifiedClaims } from "./verify/claims.js";
export { DEFAULT_LEEWAY, TokenVerifier, type VerifyOptions, type Webhook } from "./verify/token-verifier.js";
export type { WebhookEvent } from "./verify/webhook-event.js";
