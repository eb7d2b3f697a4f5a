import { unknownMember } from "../../issues/schema-issues.js";
import type { Path } from "../../json/path.js";
import type { FindingCode } from "../catalog.js";
import { createFinding, type Finding, fromIssue, MOST } from "../finding.js";

/**
 * Members of one object that its schema does not have. The name that was meant is looked for, which takes its time, only as
 * long as the finding will be told.
 */
export function unknownNames(code: FindingCode, path: Path, names: readonly string[]): Finding[] {
  return names.map((name, index) =>
    index < MOST
      ? fromIssue(code, unknownMember(path, name, "Claims"))
      : createFinding(code, [...path, name], "is not known"),
  );
}
