import { enums } from "../../../generated/shapes.js";
import { checkClaims, type Validator, type ValidatorError } from "../../../generated/validators.js";
import type { Issue } from "../../issues/issue.js";
import { schemaIssues } from "../../issues/schema-issues.js";
import { getOwnAt } from "../../json/own.js";
import { type Path, toPointer } from "../../json/path.js";
import { checkAudience } from "../../verify/registered-claims.js";
import type { FindingCode } from "../catalog.js";
import { type Draft, draft, type Refuser, type Words, wordsOf } from "../finding.js";
import type { Content } from "../reading.js";
import { refusalsOf } from "../refusal.js";
import { typeFix } from "./type-fixes.js";

/** Finds what verifiers refuse, and beyond that what may not be minted. */
export function schemaFindings(content: Content): Draft[] {
  const { payload, normalized, issues, roomConfig } = content;
  const refused = new Set(issues.map(({ pointer }) => pointer));
  const minting = schemaIssues(ofKnownMembers, normalized, "Claims").filter(({ pointer }) => !refused.has(pointer));
  const fromIssue = (code: FindingCode, issue: Issue): Draft =>
    draft(code, roomConfig.rawPath(issue.path), wordsOf(issue), REFUSERS[code]);
  const nulls = new Set(content.nulls.map(toPointer));
  return [
    ...refusalsOf(() => checkAudience(payload)),
    // No key is empty, so no verifier takes it.
    ...(normalized.iss === "" ? [draft("missing-iss", ["iss"], "must not be empty", "everyone")] : []),
    ...issues.map((issue) => (nulls.has(issue.pointer) ? fromNull(issue.path) : fromInvalid(issue, content))),
    ...minting.flatMap((issue) => {
      const code = mintingCode(issue, payload);
      if (code === "missing-exp") return [draft(code, issue.path, WITHOUT_END, REFUSERS[code])];
      return code === undefined ? [] : [fromIssue(code, issue)];
    }),
  ];
}

/** Who refuses a token without what it needs. No `exp` is taken by some servers, which the rules of servers say. */
const REFUSERS: Readonly<Partial<Record<FindingCode, Refuser>>> = {
  "missing-iss": "everyone",
  "missing-exp": "libraries",
  "join-without-identity": "joining",
  "join-without-room": "joining",
};

const WITHOUT_END =
  "is missing: servers 1.13.5 and older accept the token forever; 1.13.6 and newer refuse it, as this library does";

function fromInvalid(issue: Issue, { normalized, roomConfig }: Content): Draft {
  const words = (): Words => {
    const { message, fix } = wordsOf(issue);
    return { message, fix: fix ?? typeFix(issue, getOwnAt(normalized, issue.path)) };
  };
  return draft("invalid-claims", roomConfig.rawPath(issue.path), words, "everyone");
}

/** Without an issuer, servers do not know the key either. */
function fromNull(path: Path): Draft {
  const isIssuer = path.length === 1 && path[0] === "iss";
  const read = isIssuer ? "servers cannot find the key" : "servers read it as absent";
  const message = `is null: ${read}, and this library and the Rust SDK refuse the token`;
  return draft("null-claim", path, message, isIssuer ? "everyone" : "libraries");
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
