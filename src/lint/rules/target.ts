import type { Issue } from "../../issues/issue.js";
import { protocolOf } from "../../targets/names.js";
import type { Target } from "../../targets/target.js";
import { type Draft, draft, wordsOf } from "../finding.js";
import type { Content } from "../reading.js";
import { isNumberOfEnum, isWritten, rejectedBeforeDecode, writtenClaims } from "../server-objections.js";
import { surplusFix } from "./room-config.js";

/** Finds what the option `target` does not know. What its check throws is not passed on: it may quote anything. */
export function checkTarget(content: Content, target: Target): Draft[] {
  try {
    return content.claims === undefined ? [] : targetFindings(content, target);
  } catch {
    return [draft("unusable-option", [], "the check of the option target threw an error")];
  }
}

function targetFindings(content: Content, target: Target): Draft[] {
  const { roomConfig } = content;
  const protocol = protocolNamed(target.name);
  const issues = target
    .check(writtenClaims(content))
    .map(plainIssue)
    .filter(({ path }) => isWritten(content, path))
    .filter(({ path }) => protocol === undefined || !isNumberOfEnum(content, path, protocol));
  const rejected = protocol === undefined ? [] : rejectedBeforeDecode(content, protocol);
  const message = `is not known to ${target.name}, which refuses a token that has it, with 401 "invalid token"`;
  return [
    ...issues.map((issue) => {
      const code = issue.keyword === "target-refuses" ? "target-refuses" : "target-ignores";
      return draft(code, roomConfig.rawPath(issue.path), wordsOf(issue));
    }),
    ...rejected.map((surplus) =>
      draft("target-refuses", surplus.rawPath, () => ({ message, fix: surplusFix(surplus) })),
    ),
  ];
}

/** A target may be anybody's, and what it returns anything: nothing of it is read again once this has returned. */
function plainIssue({ path, pointer, keyword, message, suggestion }: Issue): Issue {
  const segments = Array.from(path, (segment) => (typeof segment === "number" ? segment : String(segment)));
  return {
    path: segments,
    pointer: String(pointer),
    keyword: String(keyword),
    message: String(message),
    ...(suggestion !== undefined && { suggestion: String(suggestion) }),
  };
}

/** The protocol of a target of ours; others are known by their check alone. */
function protocolNamed(name: string): string | undefined {
  try {
    return protocolOf(name);
  } catch {
    return undefined;
  }
}
