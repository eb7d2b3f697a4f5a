import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { ShapeName } from "../../generated/shapes.js";
import type { Validator } from "../../generated/validators.js";
import { limitIssues, toIssues } from "../issues/issue.js";
import { snapshot } from "../json/snapshot.js";
import { checkInput } from "./check-input.js";

/**
 * A Standard Schema of the input profile: it takes what callers write, and returns it with its defaults filled in.
 *
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
        const { value: copy, faults } = snapshot(value, []);
        if (copy === undefined) return { issues: limitIssues(toIssues(faults)) };
        const { value: init, issues } = checkInput(validate, copy, name);
        const found = limitIssues([...toIssues(faults), ...issues]);
        return found.length > 0 ? { issues: found } : { value: builder(init as Input) };
      },
    },
  };
}
