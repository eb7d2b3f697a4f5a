export {
  buildAgentEndpointGrants,
  buildAgentGrants,
  buildAgentThreadGrants,
  buildInferenceGrants,
  buildObservabilityGrants,
  buildSIPGrants,
  buildVideoGrants,
} from "../generated/builders.js";
export type { JsonMessage } from "../generated/setters.js";
export type * from "../generated/types.js";
export { buildClaims } from "./claims/build.js";
export {
  agentEndpointGrantsSchema,
  agentGrantsSchema,
  agentThreadGrantsSchema,
  claimsSchema,
  inferenceGrantsSchema,
  observabilityGrantsSchema,
  roomConfigurationSchema,
  sipGrantsSchema,
  videoGrantsSchema,
} from "./claims/standard-schema.js";
export { type ValidateClaimsOptions, validateClaims } from "./claims/validate.js";
export { AccessTokenError, type AccessTokenErrorCode } from "./issues/error.js";
export type { Issue } from "./issues/issue.js";
export { DEFAULT_MAX_TOKEN_BYTES } from "./jws/compact-jws.js";
export type { KeyProvider, Secrets } from "./jws/keys.js";
export { AccessToken, type MintOptions } from "./mint/access-token.js";
export { DEFAULT_TTL, type Duration } from "./mint/duration.js";
export { buildRoomConfiguration } from "./room-config/build.js";
export type { Target } from "./targets/target.js";
export { type Body, hashBody, verifyBody } from "./verify/body.js";
export { Claims } from "./verify/claims.js";
export { DEFAULT_LEEWAY, TokenVerifier, type VerifyOptions } from "./verify/token-verifier.js";
