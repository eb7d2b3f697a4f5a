import type { Issue } from "../issues/issue.js";
import { type Path, toPointer } from "../json/path.js";
import { FINDINGS, type FindingCode, type Severity } from "./catalog.js";
import { Places } from "./places.js";

/** A finding about a token, as data. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The place, as a JSON pointer into the payload as it is in the token. Empty for the token as a whole. */
  readonly pointer: string;
  /** The same as a list of members and indexes. */
  readonly path: Path;
  /** The problem, to be read after the place and a colon. Of the token, it quotes only values of enums and names of members. */
  readonly message: string;
  /** The fix. */
  readonly fix: string;
}

export interface Words {
  readonly message: string;
  /** Set where a more specific fix is known than that of the table. */
  readonly fix?: string | undefined;
}

/**
 * Who refuses a token for a finding. The rule that finds it decides:
 *
 * - "everyone": servers, and verifiers such as this library
 * - "libraries": this library and others, while servers accept the token
 * - "server": the server that the options describe, by its release or its key
 * - "joining": servers when the holder joins, while other calls succeed
 */
export type Refuser = "everyone" | "libraries" | "server" | "joining";

/** A finding without words. Of many findings most are only counted: words and pointers are the expensive part. */
export interface Draft {
  readonly code: FindingCode;
  readonly path: Path;
  readonly words: Words | (() => Words);
  /** Undefined when nobody refuses the token for it. */
  readonly refusedBy?: Refuser | undefined;
}

export function draft(code: FindingCode, path: Path, words: string | Draft["words"], refusedBy?: Refuser): Draft {
  return { code, path, words: typeof words === "string" ? { message: words } : words, refusedBy };
}

/** Returns the words of an issue, whose suggestion is the fix. */
export function wordsOf({ message, suggestion }: Issue): Words {
  return { message, fix: suggestion === undefined ? undefined : `Write "${suggestion}".` };
}

/** The findings of one code that are reported; more are only counted. */
const MOST = 20;
const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** Words one finding for each code and place, errors first; of one code at most twenty, and then the number of the rest. */
export function report(drafts: readonly Draft[]): Finding[] {
  const codes = new Map<FindingCode, { readonly places: Places; readonly kept: Finding[] }>();
  for (const each of drafts) {
    const { places, kept } = codes.get(each.code) ?? { places: new Places(), kept: [] };
    codes.set(each.code, { places, kept });
    // Findings about parts of the token have no path; they differ in words.
    const place = each.path.length > 0 ? each.path : [inWords(each).message];
    if (places.add(place) && kept.length < MOST) kept.push(write(each));
  }
  const findings = [...codes].flatMap(([code, { places, kept }]) => {
    const more = places.size - kept.length;
    return more === 0 ? kept : [...kept, write(draft(code, [], `and ${more} more of this`))];
  });
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function write(each: Draft): Finding {
  const { code, path } = each;
  const { severity, fix: fallback } = FINDINGS[code];
  const { message, fix = fallback } = inWords(each);
  return { code, severity, pointer: toPointer(path), path, message, fix };
}

/** Returns the words of a draft. */
export function inWords({ words }: Pick<Draft, "words">): Words {
  return typeof words === "function" ? words() : words;
}
