import bundle from "../../../generated/bundles/claims.rules-input.2020-12.json" with { type: "json" };
import type { ClaimsSchema } from "../claims-schema.js";

export const SCHEMA = bundle as unknown as ClaimsSchema;
