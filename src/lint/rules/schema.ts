import { enums } from "../../../generated/shapes.js";
import { checkClaims, type Validator, type ValidatorError } from "../../../generated/validators.js";
import type { Issue } from "../../issues/issue.js";
import { schemaIssues } from "../../issues/schema-issues.js";
import { getOwnAt } from "../../json/own.js";
import { checkAudience } from "../../verify/registered-claims.js";
import type { FindingCode } from "../catalog.js";
import { type Draft, draft, wordsOf } from "../finding.js";
import type { Content } from "../reading.js";
import { refusalsOf } from "../refusal.js";

/** Finds what verifiers refuse, and beyond that what may not be minted. */
export function schemaFindings(content: Content): Draft[] {
  const { payload, normalized, issues, roomConfig } = content;
  const refused = new Set(issues.map(({ pointer }) => pointer));
  const minting = schemaIssues(ofKnownMembers, normalized, "Claims").filter(({ pointer }) => !refused.has(pointer));
  const fromIssue = (code: FindingCode, issue: Issue): Draft =>
    draft(code, roomConfig.rawPath(issue.path), wordsOf(issue));
  return [
    ...refusalsOf(() => checkAudience(payload)),
    // No key is empty, so no verifier takes it.
    ...(normalized.iss === "" ? [draft("missing-iss", ["iss"], "must not be empty")] : []),
    ...issues.map((issue) => fromIssue("invalid-claims", issue)),
    ...minting.flatMap((issue) => {
      const code = mintingCode(issue, payload);
      return code === undefined ? [] : [fromIssue(code, issue)];
    }),
  ];
}

/**
 * The mint profile without what it says about unknown members, which have rules of their own here. Errors of elements come
 * last: a flood of those is only counted, and must not drown the errors of members.
 */
const ofKnownMembers: Validator = (value) => {
  const valid = checkClaims(value);
  const errors = (checkClaims.errors ?? []).filter(({ keyword }) => keyword !== "closed");
  const isOfElement = ({ instancePath }: ValidatorError): boolean => /\/\d+$/.test(instancePath);
  ofKnownMembers.errors = [...errors.filter((error) => !isOfElement(error)), ...errors.filter(isOfElement)];
  return valid;
};

/** Members that are required, by their pointer. */
const MISSING: Readonly<Record<string, FindingCode>> = {
  "/iss": "missing-iss",
  "/exp": "missing-exp",
  "/sub": "join-without-identity",
  "/video/room": "join-without-room",
};

function mintingCode({ keyword, path, pointer, suggestion }: Issue, payload: unknown): FindingCode | undefined {
  switch (keyword) {
    case "required":
    case "minLength":
      // The server takes the id for the identity then, and another finding says so.
      return pointer === "/sub" && getOwnAt(payload, ["jti"]) ? undefined : MISSING[pointer];
    case "enum": {
      if (path[1] !== "canPublishSources") return "unknown-value";
      const value = getOwnAt(payload, path);
      const source = typeof value === "string" ? value.toLowerCase() : "";
      return Object.hasOwn(enums.TrackSource, source) && source === suggestion ? "source-case" : "unknown-source";
    }
    case "type":
    case "minimum":
      return "inexact-time";
    case "maximum":
      // Times that are far off have rules of their own.
      if (Number.isSafeInteger(getOwnAt(payload, path))) return undefined;
      // Only times are looser where tokens are verified.
      return "inexact-time";
    default:
      return undefined;
  }
}
