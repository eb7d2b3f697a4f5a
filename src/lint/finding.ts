import type { Issue } from "../issues/issue.js";
import { type Path, toPointer } from "../json/path.js";
import { FINDINGS, type FindingCode, type Severity } from "./catalog.js";
import { Places } from "./places.js";

/** Something about a token, as data. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Where it is, as a JSON pointer into the payload as it stands in the token. Empty for the token as a whole. */
  readonly pointer: string;
  /** The same as a list of members and indexes. */
  readonly path: Path;
  /** What is wrong, to be read after the place and a colon. Quotes values of enums and names of members, no others. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

export interface Words {
  readonly message: string;
  /** Set where more is known than what the table says. */
  readonly fix?: string | undefined;
}

/**
 * Who refuses a token for what was found, decided by the rule that found it:
 *
 * - "everyone": servers, and verifiers such as this library
 * - "libraries": this library and others, while servers accept the token
 * - "server": the server that the options describe, by its release or its key
 * - "joining": servers when the holder joins, while other calls succeed
 */
export type Refuser = "everyone" | "libraries" | "server" | "joining";

/** A finding that is not worded yet. Most of a flood are only counted: their words and pointers are the expensive part. */
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

/** The words of an issue. What it suggests is the fix. */
export function wordsOf({ message, suggestion }: Issue): Words {
  return { message, fix: suggestion === undefined ? undefined : `Write "${suggestion}".` };
}

/** The findings of one code beyond this many are only counted. */
const MOST = 20;
const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** One finding a code and place, errors first; of each code at most twenty, then how many more there are. */
export function report(drafts: readonly Draft[]): Finding[] {
  const codes = new Map<FindingCode, { readonly places: Places; readonly kept: Finding[] }>();
  for (const each of drafts) {
    const { places, kept } = codes.get(each.code) ?? { places: new Places(), kept: [] };
    codes.set(each.code, { places, kept });
    // The parts of a token have no places; their findings differ in words.
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

/** Returns the words of a draft, which are written at the first need. */
export function inWords({ words }: Pick<Draft, "words">): Words {
  return typeof words === "function" ? words() : words;
}
