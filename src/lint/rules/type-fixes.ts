import type { Issue } from "../../issues/issue.js";
import { expectedType } from "../../issues/schema-issues.js";
import { isObject } from "../../json/is-object.js";
import type { Path } from "../../json/path.js";
import { withArticle } from "../../json/type-name.js";

const TIMES: readonly unknown[] = ["exp", "nbf", "iat"];

/** The fix for a time of another type. */
export const SECONDS = "Write a number of seconds since 1970, such as Math.floor(Date.now() / 1000) + 3600.";

/** Returns the fix for a value of the wrong type; undefined when the issue is about something else. */
export function typeFix(issue: Issue, value: unknown): string | undefined {
  const type = expectedType(issue);
  if (isTime(issue.path) && issue.keyword === "type") return SECONDS;
  switch (type) {
    case "boolean":
      return typeof value === "string" ? "Write true or false, without quotes." : "Write true or false.";
    case "string":
      return typeof value === "object" && value !== null
        ? "Write text: JSON.stringify(…) turns an object or a list into text."
        : "Write text, in quotes: String(…) turns a number into text.";
    case "number":
    case "integer":
      return "Write a number, without quotes.";
    case "array":
      return "Write a list, in brackets, also for a single element.";
    case "object":
      return objectFix(value);
    default:
      return type === undefined ? undefined : `Write ${withArticle(type)}.`;
  }
}

function isTime(path: Path): boolean {
  return path.length === 1 && TIMES.includes(path[0]);
}

function objectFix(value: unknown): string {
  if (typeof value === "string" && isJson(value)) return "Write the object itself: leave out JSON.stringify(…).";
  return Array.isArray(value) ? "Write an object, in braces, and not a list." : "Write an object, in braces.";
}

function isJson(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}
