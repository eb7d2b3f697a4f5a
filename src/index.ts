export {
  buildAgentEndpointGrants,
  buildAgentGrants,
  buildAgentThreadGrants,
  buildInferenceGrants,
  buildObservabilityGrants,
  buildSIPGrants,
  buildVideoGrants,
} from "../generated/builders.js";
export type * from "../generated/types.js";
export { AccessToken, type JsonMessage, type MintOptions } from "./access-token.js";
export { type Body, hashBody, verifyBody } from "./body.js";
export { buildClaims } from "./build-claims.js";
export { buildRoomConfiguration } from "./canonical-room-config.js";
export { Claims } from "./claims.js";
export { DEFAULT_MAX_TOKEN_BYTES } from "./compact-jws.js";
export { DEFAULT_TTL, type Duration } from "./duration.js";
export { AccessTokenError, type AccessTokenErrorCode } from "./error.js";
export type { Issue } from "./issue.js";
export type { KeyProvider, Secrets } from "./keys.js";
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
} from "./standard-schema.js";
export type { Target } from "./target.js";
export { DEFAULT_LEEWAY, TokenVerifier, type VerifyOptions } from "./token-verifier.js";
export { type ValidateClaimsOptions, validateClaims } from "./validate-claims.js";
