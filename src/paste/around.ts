import type { Around } from "./found.js";

/** Characters before a token that are looked at. */
const LEAD = 120;

/** Punctuation and white space that may be all there is on a side of a token. */
const MARKS = /^[\s\p{P}\p{S}]{0,12}$/u;

const QUOTES: readonly (readonly [name: string, characters: string])[] = [
  ["double quotes", '"'],
  ["single quotes", "'"],
  ["backticks", "`"],
  ["curly quotes", "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b"],
  ["guillemets", "\u00ab\u00bb\u2039\u203a"],
  ["quotes", "\uff02\uff07\u300c\u300d\u300e\u300f\u2032\u2033"],
];
const ALL_QUOTES = QUOTES.map(([, characters]) => characters).join("");

/** Describes the text before and after a token; undefined when there is none. */
export function describeAround(before: string, after: string): Around | undefined {
  if (before === "" && after === "") return undefined;
  const [lead, tail] = [before.trim(), after.trim()];
  if (lead === "" && tail === "") {
    return damaged("the token has white space around it", "Trim it: line feeds come from files and from echo.");
  }
  return damage(lead, tail) ?? place(before, after) ?? inText();
}

function damaged(message: string, fix: string): Around {
  return { message, fix, intact: false };
}

/** Describes a text that is only the token and something that does not belong to it. */
function damage(lead: string, tail: string): Around | undefined {
  if (lead.length <= 16 && tail === "" && /^bearer\b\s*:?$/i.test(lead)) {
    return damaged('the token starts with "Bearer "; pass only what follows', "Remove the scheme and the space.");
  }
  if (tail === "" && /^(?:token|jwt)$/i.test(lead)) {
    return damaged("the token has a scheme of HTTP before it", "Remove the word and the space before the token.");
  }
  if (/^(?:b|br|rb)['"]$/i.test(lead) && MARKS.test(tail)) {
    return damaged(
      "the token is printed as the bytes of Python, with b and quotes around it",
      "Write token.decode() where it is made: str() of bytes keeps the b and the quotes.",
    );
  }
  if (!MARKS.test(lead) || !MARKS.test(tail)) return undefined;
  return quoted(lead, tail) ?? damaged("the token has punctuation around it", "Pass the token alone.");
}

function quoted(lead: string, tail: string): Around | undefined {
  const [open, close] = [lead.at(-1) ?? "", tail.at(0) ?? ""];
  const [opens, closes] = [ALL_QUOTES.includes(open) && open !== "", ALL_QUOTES.includes(close) && close !== ""];
  if (!opens && !closes) return undefined;
  const fix = "Remove the quotes: parse JSON with JSON.parse, and leave them out of files whose readers keep them.";
  if (opens && closes) return damaged(`the token is in ${nameOf(open)}`, fix);
  return damaged(`the token has an unmatched quote ${opens ? "before" : "after"} it`, fix);
}

function nameOf(quote: string): string {
  return QUOTES.find(([, characters]) => characters.includes(quote))?.[0] ?? "quotes";
}

interface Place {
  /** The end of the text before the token; the first group is the name that is printed. */
  readonly lead: RegExp;
  readonly message: (name: string) => string;
  readonly fix: string;
}

const ALONE = "Pass only the token where a token is expected.";

/** Texts that tokens are usually in. The first that fits is named. */
const PLACES: readonly Place[] = [
  {
    lead: /[?&#;]([\w.-]{1,40})=$/,
    message: (name) => `the token is in the parameter ${name} of a URL`,
    fix: "Pass only the value of the parameter where a token is expected.",
  },
  {
    lead: /\b((?:proxy-)?authorization)["']?\s*[:=,]\s*["'`]?\s*(?:bearer\s+)?$/i,
    message: () => "the token is in the header Authorization",
    fix: 'Send it so to a server; pass only what follows "Bearer " where a token is expected.',
  },
  {
    lead: /\bbearer\s+["'`]?$/i,
    message: () => 'the token follows "Bearer " in other text',
    fix: 'Pass only what follows "Bearer " where a token is expected.',
  },
  {
    lead: /\baccess token:\s*$/i,
    message: () => "the token is in the output of `lk token create`",
    fix: "Add --token-only there to print it alone.",
  },
  {
    lead: /(?:^|\n)\s*(?:const|let|var|val|final|string|auto)\s+(?:string\s+)?([\w$]{1,40})\s*(?::\s*\w+\s*)?=\s*["'`]?$/i,
    message: (name) => `the token is in a line of code, in ${name}`,
    fix: ALONE,
  },
  {
    lead: /(?:^|\n)\s*(?:export\s+|set\s+|setx\s+|\$env:)?([A-Z][A-Z\d_]{1,40})\s*=\s*["'`]?$/,
    message: (name) => `the token is in a line that sets the environment variable ${name}`,
    fix: "Pass the value of the variable alone.",
  },
  {
    lead: /\\?["']([\w$.-]{1,40})\\?["']\s*:\s*\\?["']$/,
    message: (name) => `the token is in the member ${name} of JSON`,
    fix: "Pass only the value of the member where a token is expected.",
  },
  {
    lead: /(?:^|[\s{,(;-])([A-Za-z_$][\w$.-]{0,39})\s*(?::|=|:=|=>)\s*["'`]?$/,
    message: (name) => `the token is in other text, after ${name}`,
    fix: ALONE,
  },
];

/** Names that are certain to be no secret of the user's. */
const PRINTABLE = /token|jwt|auth|bearer|key|^data$|^result$/i;

/** Describes the place of one of several tokens; undefined when there are only marks next to it. */
export function describePlace(before: string, after: string): Around | undefined {
  return place(before, after) ?? (MARKS.test(before) && MARKS.test(after) ? undefined : inText());
}

function place(before: string, after: string): Around | undefined {
  const lead = before.slice(-LEAD);
  for (const { lead: pattern, message, fix } of PLACES) {
    const match = pattern.exec(lead);
    if (match === null) continue;
    const name = match[1] ?? "";
    return { message: message(PRINTABLE.test(name) ? name : "a name"), fix, intact: true };
  }
  if (/^\s*["'`]/.test(after) && /["'`]$/.test(lead))
    return { ...inText(), message: "the token is in quotes in other text" };
  return undefined;
}

function inText(): Around {
  return { message: "the token is in other text", fix: ALONE, intact: true };
}
