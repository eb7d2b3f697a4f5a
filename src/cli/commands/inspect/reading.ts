import * as jws from "#jws";
import type { Json } from "../../../json/is-object.js";
import { parseObject } from "../../../jws/parse-object.js";
import type { Finding } from "../../../lint/finding.js";
import { lint } from "../../../lint/lint.js";
import type { LintOptions } from "../../../lint/options.js";

/** What can be made out of a text, however broken. */
export interface Reading {
  /** The text without what stood before the token. */
  readonly token: string;
  readonly header?: Json;
  /** As it stands in the token. */
  readonly payload?: Json;
  /** Whether it has the form that verifiers ask for, once what stood before is left out. */
  readonly isWellFormed: boolean;
  readonly findings: readonly Finding[];
}

/** What is found when the form alone has a token refused, by everybody. */
const FORM: readonly Finding["code"][] = ["malformed-token", "unsupported-algorithm"];

export function readAny(text: string, options: LintOptions): Reading {
  // Of a header of HTTP that was copied whole, the rest is worth a look.
  const token = text.replace(/^bearer\s+/i, "");
  const [header, payload] = token.split(".", 2).map(objectOf);
  const findings = lint(token, options);
  const ofPrefix = token === text ? [] : lint(text, options).filter(({ code }) => code === "malformed-token");
  return {
    token,
    ...(header && { header }),
    ...(payload && { payload }),
    isWellFormed: !findings.some(({ code }) => FORM.includes(code)),
    findings: [...ofPrefix, ...findings],
  };
}

/** More is read than verifiers take: padding and the other alphabet, as the findings say that it is wrong. */
function objectOf(part: string): Json | undefined {
  const canonical = part
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/={1,2}$/, "");
  try {
    return parseObject(jws.decode(canonical), "payload");
  } catch {
    return undefined;
  }
}
