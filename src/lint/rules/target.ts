import type { Path } from "../../json/path.js";
import { issuesOf } from "../../targets/issues-of.js";
import { protocolOf } from "../../targets/names.js";
import type { Target } from "../../targets/target.js";
import { FINDINGS } from "../catalog.js";
import { type Draft, draft, type Words, wordsOf } from "../finding.js";
import type { Content, Reading } from "../reading.js";
import {
  isNumberOfEnum,
  isWritten,
  rejectedBeforeDecode,
  rejectedForForm,
  rejectsHeader,
  writtenClaims,
} from "../server-objections.js";
import { surplusFix } from "./room-config.js";
import { SECONDS } from "./type-fixes.js";

/** Finds the places that the option `target` does not know. An error of its check is left out: it may quote anything. */
export function checkTarget(reading: Reading, target: Target, now: number | undefined): Draft[] {
  const { served } = reading;
  try {
    return served?.claims === undefined ? [] : targetFindings(reading, served, target, now);
  } catch {
    return [draft("unusable-option", [], "the check of the option target threw an error")];
  }
}

function targetFindings(reading: Reading, content: Content, target: Target, now: number | undefined): Draft[] {
  const { roomConfig } = content;
  const protocol = protocolNamed(target.name);
  const issues = issuesOf(target, writtenClaims(content))
    .filter(({ path }) => isExpiry(path) || isWritten(content, path))
    .filter(({ path }) => protocol === undefined || !isNumberOfEnum(content, path, protocol));
  const rejected = protocol === undefined ? [] : rejectedBeforeDecode(content, protocol);
  const refusedForm =
    protocol === undefined ? [] : rejectedForForm(reading, content, protocol, now ?? Number.POSITIVE_INFINITY);
  const message = `is not known to ${target.name}, which refuses a token that has it, with 401 "invalid token"`;
  return [
    ...(protocol !== undefined && rejectsHeader(reading, protocol) ? [headerFinding(target.name)] : []),
    ...issues.map((issue) => {
      const code = issue.keyword === "target-refuses" ? "target-refuses" : "target-ignores";
      const words = isExpiry(issue.path) ? { message: issue.message, fix: SECONDS } : wordsOf(issue);
      const refuser = code === "target-refuses" ? "server" : undefined;
      return draft(code, roomConfig.rawPath(issue.path), words, refuser);
    }),
    ...rejected.map((surplus) =>
      draft("target-refuses", surplus.rawPath, () => ({ message, fix: surplusFix(surplus) }), "server"),
    ),
    ...refusedForm.map((path) => draft("target-refuses", path, formWords(path, target.name), "server")),
  ];
}

function headerFinding(name: string): Draft {
  const message = `the header is refused by ${name}, with 401 "invalid token"`;
  const { fix } = FINDINGS["unsupported-algorithm"];
  return draft("target-refuses", [], { message, fix }, "server");
}

/** Whether the issue is about `exp`, which a token must have and may lack. */
function isExpiry(path: Path): boolean {
  return path.length === 1 && path[0] === "exp";
}

/** Returns the words for a place that a server knows and still refuses. */
function formWords(path: Path, name: string): Words {
  const refuses = `and ${name} refuses the token for it, with 401 "invalid token"`;
  if (path.length === 1 && path[0] === "iat")
    return { message: `is in the future, ${refuses}`, fix: FINDINGS["issued-in-future"].fix };
  return { message: `occurs twice in one object, ${refuses}`, fix: FINDINGS["duplicate-member"].fix };
}

/** Returns the protocol of one of our targets; of others only the check is known. */
function protocolNamed(name: string): string | undefined {
  try {
    return protocolOf(name);
  } catch {
    return undefined;
  }
}
