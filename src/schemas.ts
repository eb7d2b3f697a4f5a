export type { JsonSchemaTarget, StandardSchemaWithJson } from "./claims/standard-json-schema.js";
export * from "./claims/standard-json-schemas.js";
