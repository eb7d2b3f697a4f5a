import type { ShapeName } from "../../generated/shapes.js";
import { issuesError } from "../issues/error.js";
import { limitIssues, toIssues } from "../issues/issue.js";
import { attempt } from "../issues/options.js";
import { snapshot } from "../json/snapshot.js";
import { normalizeInput } from "./check-input.js";

/**
 * Makes a builder safe for any argument. The returned one copies its argument first, reads own members only, and throws no
 * error but the one below.
 *
 * @param name the shape that it builds, for error messages
 * @throws AccessTokenError INVALID_ARGUMENT when the argument of the builder is not plain JSON, or not of its type
 */
export function ofInput<Init, Built>(name: ShapeName, build: (init: Init) => Built): (init: Init) => Built {
  return (init) => {
    const { value, faults } = snapshot(init);
    const issues = limitIssues(toIssues(faults));
    if (issues.length > 0) throw issuesError("INVALID_ARGUMENT", `build${name} takes plain JSON`, issues);
    return attempt(`the argument of build${name}`, () => build(normalizeInput(value, name) as Init));
  };
}
