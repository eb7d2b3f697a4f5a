import type { StandardSchemaV1 } from "@standard-schema/spec";
import * as build from "../../generated/builders.js";
import type { ShapeName } from "../../generated/shapes.js";
import type * as types from "../../generated/types.js";
import * as validators from "../../generated/validators.js";
import { limitIssues, toIssues } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { snapshot } from "../json/snapshot.js";
import { buildRoomConfiguration } from "../room-config/build.js";
import { buildClaims } from "./build.js";

/**
 * Standard Schemas of the input profile: they take what callers write, and return it with its defaults filled in.
 *
 * @see https://standardschema.dev
 */
function standardSchema<Input, Output>(
  name: ShapeName,
  validate: validators.Validator,
  builder: (init: Input) => Output,
): StandardSchemaV1<Input, Output> {
  return {
    "~standard": {
      version: 1,
      vendor: "livekit-claims",
      validate(value) {
        const { value: copy, faults } = snapshot(value, []);
        const found = limitIssues([
          ...toIssues(faults),
          ...(copy === undefined ? [] : schemaIssues(validate, copy, name)),
        ]);
        return found.length > 0 ? { issues: found } : { value: builder(copy as Input) };
      },
    },
  };
}

export const claimsSchema = /* @__PURE__ */ standardSchema<types.ClaimsInit, types.Claims>(
  "Claims",
  validators.checkInputClaims,
  buildClaims,
);
export const videoGrantsSchema = /* @__PURE__ */ standardSchema<types.VideoGrantsInit, types.VideoGrants>(
  "VideoGrants",
  validators.checkVideoGrants,
  build.buildVideoGrants,
);
export const sipGrantsSchema = /* @__PURE__ */ standardSchema<types.SIPGrantsInit, types.SIPGrants>(
  "SIPGrants",
  validators.checkSIPGrants,
  build.buildSIPGrants,
);
export const agentGrantsSchema = /* @__PURE__ */ standardSchema<types.AgentGrantsInit, types.AgentGrants>(
  "AgentGrants",
  validators.checkAgentGrants,
  build.buildAgentGrants,
);
export const agentEndpointGrantsSchema = /* @__PURE__ */ standardSchema<
  types.AgentEndpointGrantsInit,
  types.AgentEndpointGrants
>("AgentEndpointGrants", validators.checkAgentEndpointGrants, build.buildAgentEndpointGrants);
export const agentThreadGrantsSchema = /* @__PURE__ */ standardSchema<
  types.AgentThreadGrantsInit,
  types.AgentThreadGrants
>("AgentThreadGrants", validators.checkAgentThreadGrants, build.buildAgentThreadGrants);
export const inferenceGrantsSchema = /* @__PURE__ */ standardSchema<types.InferenceGrantsInit, types.InferenceGrants>(
  "InferenceGrants",
  validators.checkInferenceGrants,
  build.buildInferenceGrants,
);
export const observabilityGrantsSchema = /* @__PURE__ */ standardSchema<
  types.ObservabilityGrantsInit,
  types.ObservabilityGrants
>("ObservabilityGrants", validators.checkObservabilityGrants, build.buildObservabilityGrants);
export const roomConfigurationSchema = /* @__PURE__ */ standardSchema<types.RoomConfiguration, types.RoomConfiguration>(
  "RoomConfiguration",
  validators.checkRoomConfiguration,
  buildRoomConfiguration,
);
