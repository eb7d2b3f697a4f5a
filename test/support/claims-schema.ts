import { readFileSync } from "node:fs";
import type { ClaimsSchema } from "../../src/inspector/claims-schema.js";
import { ROOT } from "./copies.js";

/** The bundle that the inspector page has in it. */
export const CLAIMS_SCHEMA = JSON.parse(
  readFileSync(`${ROOT}/generated/bundles/claims.rules-input.2020-12.json`, "utf8"),
) as ClaimsSchema;
