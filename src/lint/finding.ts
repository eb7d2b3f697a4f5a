import type { AccessTokenError } from "../issues/error.js";
import { createIssue, type Issue } from "../issues/issue.js";
import type { Path } from "../json/path.js";
import { FINDINGS, type FindingCode, type Severity } from "./catalog.js";

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

/** @param fix set where more is known than what the table says */
export function createFinding(code: FindingCode, path: Path, message: string, fix?: string): Finding {
  const { severity, fix: usual } = FINDINGS[code];
  const { pointer } = createIssue(path, code, message);
  return { code, severity, pointer, path, message, fix: fix ?? usual };
}

/** An issue as a finding; what it suggests is the fix. */
export function fromIssue(code: FindingCode, { path, message, suggestion }: Issue): Finding {
  return createFinding(code, path, message, suggestion === undefined ? undefined : `Write "${suggestion}".`);
}

/** What verifying would throw, as a finding about the token as a whole. */
export function fromError(code: FindingCode, { message }: AccessTokenError, path: Path = []): Finding {
  return createFinding(code, path, message);
}

/** Beyond this many of one code, only their number is told. */
export const MOST = 20;
const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** One finding a code and place, errors first; of each code at most twenty, then how many more there are. */
export function arrange(findings: readonly Finding[]): Finding[] {
  const codes = new Map<FindingCode, Map<string, Finding>>();
  for (const finding of findings) {
    const places = codes.get(finding.code) ?? new Map<string, Finding>();
    codes.set(finding.code, places);
    // The parts of a token have no pointers; their findings differ in words.
    const place = finding.pointer || finding.message;
    if (!places.has(place)) places.set(place, finding);
  }
  const kept = [...codes].flatMap(([code, places]) => {
    const all = [...places.values()];
    if (all.length <= MOST) return all;
    return [...all.slice(0, MOST), createFinding(code, [], `and ${all.length - MOST} more of this`)];
  });
  return ORDER.flatMap((severity) => kept.filter((finding) => finding.severity === severity));
}
