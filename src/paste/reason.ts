import type { Remark } from "./found.js";

/** A text that is no token, by its form. */
interface Form extends Remark {
  readonly form: RegExp;
}

/** Characters of a text that are compared with the forms: all of them are short, or show at the start. */
const LONGEST = 400;

const AWAIT = "Await the promise that makes the token: const token = await accessToken.toJwt().";
const UNSET = "Find out why the value is missing where the token is made or read, and stop there when it is.";
const PIPE = "Pass what is in the file: livekit-claims inspect < FILE.";
const SECRET_IN_CLEAR =
  "Mint a token with it on a server, with livekit-claims mint or AccessToken. If it was sent to a client, replace it.";

/** The forms that are known, the first that fits first. */
const FORMS: readonly Form[] = [
  { form: /^$/, message: "the token is empty", fix: UNSET },
  {
    form: /^(?:undefined|null|none|nil|nan|\(null\)|<nil>|true|false|0)$/i,
    message: "the text is the text of a missing value, not a token",
    fix: UNSET,
  },
  {
    form: /^(?:\[object Promise\]|Promise(?:\s*\{|\s*<|$)|\{\s*\}$|<?coroutine object\b|<?Future\b|<?Task\b|System\.Threading\.Tasks\.Task)/,
    message: "the text is a promise that was written as text, not the token that it resolves to",
    fix: AWAIT,
  },
  {
    form: /^(?:\[object Object\]$|\[object \w+\]$|AccessToken\s*\{|<\S{0,80}AccessToken\b|\S{0,80}AccessToken@)/,
    message: "the text is an object in text, not a token",
    fix: "Pass the token itself: the text that await accessToken.toJwt() returns, or the member of the answer that has it.",
  },
  {
    form: /^(?:\[(?:Async)?Function\b|(?:async\s+)?function\b|<(?:bound )?(?:method|function)\b)/,
    message: "the text is a function in text, not what it returns",
    fix: "Call the function, and await it: const token = await accessToken.toJwt().",
  },
  {
    form: /^(?:\$\{?\w+\}?|\$\{\{.*\}\}|%\w+%|\{\{.*\}\}|process\.env\.\w+)$/,
    message: "the text is the name of a variable, not its value",
    fix: 'Let the shell put the value in: it does so in double quotes, "$LIVEKIT_TOKEN", and not in single ones.',
  },
  {
    form: /^(?:<[\w -]{1,40}>|\[?(?:your|my|insert|paste)[\w -]{0,30}\]?|x{3,}|\.{3}|token|jwt)$/i,
    message: "the text is a placeholder, not a token",
    fix: "Put a token in its place: livekit-claims mint makes one.",
  },
  {
    form: /^<(?:!doctype|html|\?xml|head|body)\b/i,
    message: "the text is a page of HTML or XML, not a token",
    fix: "Check the address of the token endpoint: a page comes from another route, a login or an error.",
  },
  {
    form: /^(?:authorization\s*[:=]\s*)?basic\s+[\w+/=-]+$/i,
    message: "the text is a header of Basic authorization, with a name and a password, not a token",
    fix: "LiveKit does not accept Basic authorization: mint a token, and send it as Bearer.",
  },
  {
    form: /^-----BEGIN /,
    message: "the text is a key or a certificate in PEM, not a token",
    fix: "LiveKit tokens are signed with the API secret, as HS256. Mint one with livekit-claims mint.",
  },
  {
    form: /^API[A-Za-z0-9]{8,20}$|^devkey$/,
    message: "the text looks like an API key, not a token",
    fix: "Mint a token with the key and its secret: livekit-claims mint, or AccessToken on a server.",
  },
  {
    form: /^[A-Za-z0-9+/]{32,64}={0,2}$/,
    message: "the text looks like an API secret, not a token; it is not printed",
    fix: SECRET_IN_CLEAR,
  },
  {
    form: /^(?:PA|RM|TR|EG|IN|ST|SIP|AJ|AW|CA|AD)_[A-Za-z0-9]{6,40}$/,
    message: "the text is the id of a room, participant or other object, not a token",
    fix: "Pass the token that the participant joined with; a server never shows it again.",
  },
  {
    form: /^(?:wss?|https?):\/\/\S*$/i,
    message: "the text is a URL without a token in it",
    fix: "Pass the token, or the whole URL with its access_token.",
  },
  {
    form: /^(?:~|\.{1,2}|[A-Za-z]:)?[\\/][^\n]{1,300}$|^[^\s"'{}]{1,200}\.(?:jwt|jws|token|txt|json|env|ya?ml|toml|log|pem|key|md|[cm]?[jt]sx?|py|rb|php|go|rs|sh)$|^\.env(?:\.\w+)?$/i,
    message: "the text looks like the name of a file, not a token",
    fix: PIPE,
  },
  {
    form: /^\{\s*(?:'|\w+\s*:)|^\{\s*:\w|^array\s*\(|^Array\n?\s*\(/,
    message: "the text looks like claims in the notation of a programming language, not JSON",
    fix: "Print them as JSON: JSON.stringify(claims), json.dumps(claims), json_encode($claims).",
  },
  {
    form: /^\{/,
    message: "the text starts like JSON and is not: it is cut short, or has comments or commas too many",
    fix: "Pass the whole object, as JSON.stringify writes it.",
  },
];

/** A token that somebody cut in its middle, as logs do. */
const SHORTENED = /(?:^|[^\w-])ey[\w.-]{4,80}(?:\.{3}|\u2026|\[\.\.\.\]|\*{3,}|<redacted>)/i;

/** A header without the rest. */
const HEADER = /^ey[A-Za-z0-9_-]{6,300}$/;

/** Explains a text that holds neither a token nor claims; undefined when there is no telling. */
export function reasonOf(text: string): Remark | undefined {
  if (HEADER.test(text)) {
    return {
      message: "the text is one part of a token; a token has three with dots between",
      fix: "Copy the whole token: a double click selects only up to the next dot.",
    };
  }
  if (text.length <= LONGEST || /^[<{-]/.test(text)) {
    const start = text.slice(0, LONGEST);
    const found = FORMS.find(({ form }) => form.test(start)) ?? FORMS.find(({ form }) => form.test(unquote(start)));
    if (found !== undefined) return { message: found.message, fix: found.fix };
  }
  return undefined;
}

/** Explains a text whose token is not whole, where the text itself says so. */
export function shortenedIn(text: string): Remark | undefined {
  if (!SHORTENED.test(text)) return undefined;
  return {
    message: "the text holds a token that was shortened for printing: its middle or its end is left out",
    fix: "Copy the token where it is whole, such as from the answer of the token endpoint.",
  };
}

function unquote(text: string): string {
  return text.replace(/^["'`\u201c\u2018]+|["'`\u201d\u2019]+$/gu, "").trim();
}
