import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { ShapeName } from "../../generated/shapes.js";
import type { Validator } from "../../generated/validators.js";
import { limitIssues, toIssues } from "../issues/issue.js";
import { snapshot } from "../json/snapshot.js";
import { checkInput } from "./check-input.js";

/**
 * Creates a Standard Schema of the input profile. It validates what callers write, and returns it with all defaults filled in.
 *
 * @param builder fills in the defaults of a valid value
 * @see https://standardschema.dev
 */
export function standardSchema<Input, Output>(
  name: ShapeName,
  validate: Validator,
  builder: (init: Input) => Output,
): StandardSchemaV1<Input, Output> {
  return {
    "~standard": {
      version: 1,
      vendor: "livekit-claims",
      validate(value) {
        const { value: copy, faults } = snapshot(value);
        if (copy === undefined) return { issues: limitIssues(toIssues(faults)) };
        const { value: init, issues } = checkInput(validate, copy, name);
        const found = limitIssues([...toIssues(faults), ...issues]);
        return found.length > 0 ? { issues: found } : { value: builder(init as Input) };
      },
    },
  };
}
