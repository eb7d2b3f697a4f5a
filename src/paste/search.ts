import { decodePart } from "./decode-part.js";

/** A token and its place in the text. */
export interface Match {
  readonly token: string;
  readonly start: number;
  readonly end: number;
  /** Whether line breaks or spaces were removed from it. */
  readonly isBroken: boolean;
}

/** Base64url and dots, and the same with standard base64. */
export type Alphabet = "base64url" | "base64";

const RUNS: Readonly<Record<Alphabet, RegExp>> = { base64url: /[\w.-]+/g, base64: /[\w.+/=-]+/g };

/** The start of the base64 of a JSON object, after anything that cannot be a part of it. */
const STARTS: Readonly<Record<Alphabet, RegExp>> = {
  base64url: /(?<![^._])e(?:[wy]|30)/,
  base64: /(?<![^./=+])e(?:[wy]|30)/,
};

/** Characters of the signature of an HMAC of SHA-256. */
const SIGNATURE_LENGTH = 43;

interface Run {
  readonly text: string;
  readonly start: number;
}

/**
 * Finds the tokens of a text: a header that decodes, a dot, and whatever follows it. Each character is looked at a fixed
 * number of times.
 */
export function searchTokens(text: string, alphabet: Alphabet): Match[] {
  const runs = Array.from(text.matchAll(RUNS[alphabet]), ({ 0: run, index }): Run => ({ text: run, start: index }));
  const found: Match[] = [];
  // The first run that no join has read yet, so that failed joins cost no more than the text.
  let unread = 0;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index] as Run;
    const at = run.text.search(STARTS[alphabet]);
    if (at < 0) continue;
    const start = run.start + at;
    const token = withoutMarks(run.text.slice(at));
    if (!isComplete(token) && index >= unread) {
      const joined = join(text, runs, index, token);
      unread = joined.next;
      if (joined.match !== undefined) {
        found.push({ ...joined.match, start });
        index = joined.next - 1;
        continue;
      }
    }
    if (isHeader(token)) found.push({ token, start, end: start + token.length, isBroken: false });
  }
  return found;
}

/** Whether a token has three parts, the last as long as a signature is. */
export function isComplete(token: string): boolean {
  const first = token.indexOf(".");
  const second = token.indexOf(".", first + 1);
  return second > first && token.length - second > SIGNATURE_LENGTH;
}

/** Whether a match is a piece of a token in standard base64: characters of that alphabet alone follow it. */
export function isPiece(text: string, { token, end }: Match): boolean {
  return text[end] === "=" || (!isComplete(token) && /[+/]/.test(text[end] ?? ""));
}

/** Drops full stops, and the marks of emphasis in Markdown, after a third part that is whole. */
function withoutMarks(run: string): string {
  const rest = run.replace(/\.{1,3}$/, "");
  if (!isComplete(rest)) return run;
  const end = rest.lastIndexOf(".") + 1 + SIGNATURE_LENGTH;
  return /^_{1,2}$/.test(rest.slice(end)) ? rest.slice(0, end) : rest;
}

function isHeader(token: string): boolean {
  const dot = token.indexOf(".");
  return dot > 0 && isHeaderPart(token.slice(0, dot));
}

/** Whether a part is a header: a payload, which is JSON too, has no `alg`. */
function isHeaderPart(part: string): boolean {
  const header = decodePart(part);
  return header !== undefined && Object.hasOwn(header, "alg");
}

/** Puts a token together that is broken over several runs; only one that is whole then, and whose claims can be read. */
function join(
  text: string,
  runs: readonly Run[],
  first: number,
  start: string,
): { readonly next: number; readonly match?: Omit<Match, "start"> } {
  const pieces = [start];
  const dots = start.split(".").length - 1;
  let state = { dots, signature: dots < 2 ? 0 : start.length - start.lastIndexOf(".") - 1 };
  let next = first + 1;
  while (state.dots <= 2 && state.signature < SIGNATURE_LENGTH && next < runs.length) {
    const [previous, run] = [runs[next - 1] as Run, runs[next] as Run];
    if (!isBreak(text.slice(previous.start + previous.text.length, run.start))) break;
    pieces.push(run.text);
    state = append(state, run.text);
    next++;
  }
  if (pieces.length === 1 || !isWhole(state)) return { next };
  const token = pieces.join("");
  const [header = "", payload = ""] = token.split(".", 2);
  if (!isHeaderPart(header) || decodePart(payload) === undefined) return { next };
  const last = runs[next - 1] as Run;
  return { next, match: { token, end: last.start + last.text.length, isBroken: true } };
}

/** Whether a text may be between two pieces of one token: white space, with what mails, shells and string literals add. */
function isBreak(gap: string): boolean {
  return /\s/.test(gap) && (gap.trim() === "" || (gap.length <= 100 && /^[\s\\>|"'`+=]+$/.test(gap)));
}

interface Joined {
  readonly dots: number;
  /** Characters after the second dot. */
  readonly signature: number;
}

function append({ dots, signature }: Joined, piece: string): Joined {
  const more = piece.split(".").length - 1;
  if (dots >= 2) return { dots: dots + more, signature: signature + piece.length };
  const isThere = dots + more >= 2;
  return { dots: dots + more, signature: isThere ? piece.length - piece.lastIndexOf(".") - 1 : 0 };
}

function isWhole({ dots, signature }: Joined): boolean {
  return dots === 2 && signature === SIGNATURE_LENGTH;
}
