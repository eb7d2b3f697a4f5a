import type { Fault } from "../../json/snapshot.js";
import { type Draft, draft } from "../finding.js";
import type { Reading } from "../reading.js";
import { refusal } from "../refusal.js";

/** Reports why verifiers refuse the form of a token, and what in its payload not every server reads alike. */
export function formFindings({ prefixError, formErrors, faults, duplicates }: Reading): Draft[] {
  const errors = prefixError === undefined ? formErrors : [prefixError, ...formErrors];
  return [
    ...errors.map(refusal),
    ...duplicates.map((path) =>
      draft("duplicate-member", path, "is there twice in one object, and not every server takes the last"),
    ),
    ...faults.map(fromFault),
  ];
}

function fromFault({ keyword, path, message }: Fault): Draft {
  return draft(keyword === "unicode" ? "lone-surrogate" : "invalid-claims", path, message);
}
