import { describeAround, describePlace } from "./around.js";
import { claimsIn, claimsInside, hasClaim, isClaim } from "./claims-text.js";
import { ESCAPINGS } from "./escapings.js";
import type { Around, Found, FoundToken } from "./found.js";
import { reasonOf, shortenedIn } from "./reason.js";
import { isComplete, isPiece, type Match, searchTokens } from "./search.js";

/** A token as verifiers take it, of whatever is in its parts. */
const FORM = /^[\w-]*\.[\w-]*\.[\w-]*$/;

/**
 * Finds the tokens in a text that somebody pasted, each once, with what is around them. Without any, it finds claims, or the
 * reason why there is no token; failing that, the text itself is the token, for the verifier to say what it makes of it.
 *
 * Takes time in proportion to the length of the text.
 */
export function findTokens(text: string): readonly [Found, ...Found[]] {
  if (FORM.test(text)) return [(isComplete(text) ? undefined : ofReason(text)) ?? asToken(text)];
  const trimmed = text.trim();
  const claims = claimsIn(trimmed);
  if (claims !== undefined && claims !== "error" && hasClaim(claims) && !hasTokenMember(claims)) {
    return [{ kind: "claims", claims, line: 1 }];
  }
  const [first, ...rest] = tokensIn(text);
  const isWhole = [first, ...rest].some((found) => found !== undefined && isComplete(found.token));
  const shortened = isWhole ? undefined : shortenedIn(text);
  if (shortened !== undefined) return [{ kind: "reason", line: 1, ...shortened }];
  if (first !== undefined) return [first, ...rest];
  if (claims === "error") return [ANSWERED_ERROR];
  const inside = claims ?? claimsInside(trimmed);
  if (inside !== undefined) return [{ kind: "claims", claims: inside, line: 1 }];
  return [ofReason(trimmed) ?? asToken(text)];
}

const ANSWERED_ERROR: Found = {
  kind: "reason",
  line: 1,
  message: "the text is the JSON of an error, not a token",
  fix: "Fix the request to the token endpoint first; its answer says what is wrong.",
};

function asToken(token: string): FoundToken {
  return { kind: "token", token, line: 1, around: undefined };
}

function ofReason(text: string): Found | undefined {
  const reason = reasonOf(text);
  return reason && { kind: "reason", line: 1, ...reason };
}

/** Whether a member that is no claim holds a token, as in the answer of an endpoint. */
function hasTokenMember(object: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(object).some(
    ([name, value]) => !isClaim(name) && typeof value === "string" && value.includes("eyJ"),
  );
}

function tokensIn(text: string): FoundToken[] {
  const found = search(text);
  if (found.some(({ token }) => isComplete(token))) return toTokens(text, found, undefined);
  let unescaped = text;
  for (const { name, fix, undo } of ESCAPINGS) {
    const next = undo(unescaped);
    if (next === unescaped) continue;
    unescaped = next;
    const inside = search(unescaped);
    if (inside.length > 0 && (found.length === 0 || inside.some(({ token }) => isComplete(token)))) {
      return toTokens(unescaped, inside, { message: `the token ${name}`, fix, intact: false });
    }
  }
  return toTokens(text, found, undefined);
}

function search(text: string): Match[] {
  const strict = searchTokens(text, "base64url");
  if (strict.length > 0 && !strict.some((match) => isPiece(text, match))) return strict;
  const lenient = searchTokens(text, "base64");
  return lenient.length > 0 ? lenient : strict;
}

const BROKEN: Around = {
  message: "the token is broken over lines, or has spaces in it",
  fix: "Join it to one line without spaces; base64 -w0 writes none, and so does not a terminal that is wide enough.",
  intact: false,
};

function toTokens(text: string, matches: readonly Match[], escaping: Around | undefined): FoundToken[] {
  const seen = new Set<string>();
  const found: FoundToken[] = [];
  let line = 1;
  let counted = 0;
  for (const [index, { token, start, end, isBroken }] of matches.entries()) {
    for (; counted < start; counted++) if (text[counted] === "\n") line++;
    if (seen.has(token)) continue;
    seen.add(token);
    const before = text.slice(matches[index - 1]?.end ?? 0, start);
    const after = text.slice(end, matches[index + 1]?.start);
    const describe = matches.length === 1 ? describeAround : describePlace;
    const around = describe(before, after);
    const damage = isBroken ? BROKEN : escaping;
    // An escaping belongs to what is around: in a URL or a page a token is escaped rightly.
    found.push({ kind: "token", token, line, around: around?.intact ? around : (damage ?? around) });
  }
  return found;
}
