import { base64url, forge, payload } from "./tokens.js";

/** The token of the texts. */
export const PASTED_TOKEN = forge(payload({ video: { roomJoin: true, room: "stage" } }));
/** The claims of the texts that have no token. */
export const PASTED_CLAIMS = payload();

const token = PASTED_TOKEN;
const claims = PASTED_CLAIMS;

/** Returns the token with a mark after so many characters each. */
const broken = (width: number, mark: string): string =>
  token.replaceAll(new RegExp(`.{${width}}(?!$)`, "g"), `$&${mark}`);

type Texts = readonly (readonly [what: string, text: string, words: string])[];

/** Texts that are the token with something on it: by what, and the words for it. */
export const DAMAGED: Texts = [
  ["base64 once more", base64url(token), "base64 once more"],
  ["another scheme", `JWT ${token}`, "a scheme of HTTP before it"],
  ["a tuple of Python", `('${token}',)`, "in single quotes"],
  ["dots", `...${token}...`, "punctuation around"],
  ["wide quotes", `＂${token}＂`, "in quotes"],
  ["a byte order mark", `\ufeff${token}`, "white space around"],
  ["white space", ` ${token}\r\n`, "white space around"],
  ["double quotes", `"${token}"`, "in double quotes"],
  ["single quotes", `'${token}'\n`, "in single quotes"],
  ["backticks", `\`${token}\``, "in backticks"],
  ["a fence", `\`\`\`\n${token}\n\`\`\``, "in backticks"],
  ["curly quotes", `“${token}”`, "in curly quotes"],
  ["low quotes", `„${token}“`, "in curly quotes"],
  ["guillemets", `« ${token} »`, "in guillemets"],
  ["a quote before it", `"${token}`, "unmatched quote before it"],
  ["a quote after it", `${token}'`, "unmatched quote after it"],
  ["the bytes of Python", `b'${token}'`, "bytes of Python"],
  ["a scheme", `Bearer ${token}`, 'starts with "Bearer "'],
  ["brackets", `<${token}>,`, "punctuation around"],
  ["line breaks", broken(76, "\n"), "broken over lines"],
  ["line breaks of Windows", broken(60, "\r\n"), "broken over lines"],
  ["line breaks within each part", broken(20, "\n"), "broken over lines"],
  ["marks of a quoted mail", `> ${broken(70, "\n> ")}`, "broken over lines"],
  ["soft line breaks", broken(70, "=\n"), "broken over lines"],
  ["continued lines of a shell", broken(70, "\\\n    "), "broken over lines"],
  ["pieces of a string literal", `"${broken(60, '" +\n  "')}"`, "broken over lines"],
  ["spaces", broken(70, " "), "broken over lines"],
  ["encoded dots", token.replaceAll(".", "%2E"), "URL-encoded"],
  ["entities", token.replaceAll(".", "&#46;"), "escaped for HTML"],
  ["a space without width", `${token.slice(0, 50)}\u200b${token.slice(50)}`, "invisible characters"],
  ["a soft hyphen", `${token.slice(0, 90)}\u00ad${token.slice(90)}`, "invisible characters"],
];

/** Texts that the token is whole in. */
export const IN_TEXT: Texts = [
  ["a header of HTTP", `Authorization: Bearer ${token}`, "header Authorization"],
  ["a command", `curl -H 'Authorization: Bearer ${token}' https://host/twirp`, "header Authorization"],
  ["a URL", `wss://host/rtc?access_token=${token}&auto_subscribe=1`, "the parameter access_token of a URL"],
  ["a fragment", `https://host/#access_token=${token}`, "the parameter access_token of a URL"],
  ["a path", `https://my.host.com/join/${token}/now`, "in other text"],
  [
    "what curl -v prints",
    `> GET /rtc?access_token=${token} HTTP/1.1\n> Host: h`,
    "the parameter access_token of a URL",
  ],
  ["a folded block of YAML", `livekit:\n  token: >-\n    ${token}`, "in other text"],
  ["a row of CSV", `alice,stage,"${token}",3600`, "in quotes in other text"],
  ["a hash of Ruby", `{:token=>"${token}"}`, "in quotes in other text"],
  ["a protocol of WebSocket", `Sec-WebSocket-Protocol: livekit, ${token}`, "in other text"],
  ["a tuple with a status", `('${token}', 200)`, "in quotes in other text"],
  ["an answer of GraphQL", `{"data":{"createToken":{"jwt":"${token}"}}}`, "the member jwt of JSON"],
  ["a server-sent event", `event: token\ndata: {"token":"${token}"}\n\n`, "the member token of JSON"],
  ["a data class of Kotlin", `Token(value=${token}, expiresAt=123)`, "after a name"],
  [
    "an endpoint's answer",
    JSON.stringify({ serverUrl: "wss://h", participantToken: token }),
    "member participantToken",
  ],
  ["its other spelling", JSON.stringify({ participant_token: token }, null, 2), "member participant_token"],
  ["nested JSON", JSON.stringify({ data: { accessToken: token } }), "member accessToken"],
  ["JSON in a JSON string", JSON.stringify(JSON.stringify({ token })), "member token"],
  ["lk token create --json", JSON.stringify({ access_token: token, identity: "a", name: "a" }), "member access_token"],
  [
    "lk token create",
    `Token grants:\n{"video":{}}\n\nProject URL: wss://h\nAccess token: ${token}\n`,
    "lk token create",
  ],
  ["an environment line", `LIVEKIT_TOKEN=${token}`, "variable LIVEKIT_TOKEN"],
  ["an exported variable", `export LIVEKIT_TOKEN="${token}"`, "variable LIVEKIT_TOKEN"],
  ["a log", `2026-01-01T00:00:00Z INFO connect token=${token} room=stage`, "after token"],
  ["JavaScript", `const token = "${token}";`, "a line of code, in token"],
  ["TypeScript", `  let jwt: string = '${token}'`, "a line of code, in jwt"],
  ["a promise that was printed", `Promise { '${token}' }`, "in quotes in other text"],
  [
    "an archive of requests",
    JSON.stringify([{ name: "Authorization", value: `Bearer ${token}` }]),
    'follows "Bearer "',
  ],
  ["a log of nginx", `1.2.3.4 - [x] "GET /rtc?access_token=${token} HTTP/1.1" 401`, "the parameter access_token"],
  ["YAML", `livekit:\n  token: ${token}\n`, "after token"],
  ["Kotlin", `val token: String = "${token}"`, "a line of code, in token"],
  ["PowerShell", `$env:LIVEKIT_TOKEN = "${token}"`, "variable LIVEKIT_TOKEN"],
  ["an option of Swift", `Optional("${token}")`, "in quotes in other text"],
  ["a struct of Go", `&{Token:${token} URL:wss://h}`, "after Token"],
  ["a cookie", `Cookie: a=b; lk_token=${token}; Path=/`, "after lk_token"],
  ["an array of PHP", `Array\n(\n    [token] => ${token}\n)`, "in other text"],
  ["a table of Markdown", `| alice | _${token}_ |`, "in other text"],
  ["metadata of gRPC", `authorization: [Bearer ${token}]`, 'follows "Bearer "'],
  ["XML", `<token>${token}</token>`, "in other text"],
  ["a sentence", `The token is ${token}.`, "in other text"],
  ["colors of a terminal", `token: \u001b[32m${token}\u001b[0m`, "after token"],
  [
    "an encoded URL",
    `https://host/?next=${encodeURIComponent(`/join?token=${token}`)}`,
    "the parameter token of a URL",
  ],
  ["the source of a page", `<div data-token=&quot;${token}&quot;>`, "token"],
];

/** Texts without a token, and the words for the reason. */
export const WITHOUT_TOKEN: readonly (readonly [text: string, words: string])[] = [
  ["", "the token is empty"],
  ["undefined", "missing value"],
  ['"null"', "missing value"],
  ["None", "missing value"],
  ["[object Promise]", "a promise"],
  ["Promise { <pending> }", "a promise"],
  ["{}", "a promise"],
  ["<coroutine object make_token at 0x7f>", "a promise"],
  ["[object Object]", "an object"],
  ["AccessToken { apiKey: 'hunter2', apiSecret: 'hunter2' }", "an object"],
  ["[AsyncFunction: toJwt]", "a function"],
  ["$LIVEKIT_TOKEN", "name of a variable"],
  ["<your-token>", "placeholder"],
  ["<!DOCTYPE html><title>hunter2</title>", "a page of HTML"],
  ["Authorization: Basic aHVudGVyMjpodW50ZXIy", "Basic authorization"],
  ["-----BEGIN PRIVATE KEY-----", "a key or a certificate"],
  ["APIhunter2hunter2", "an API key"],
  ["hunter2".repeat(6), "an API secret"],
  ["PA_hunter2hunter2", "the id of a room, participant"],
  ["wss://hunter2.livekit.cloud", "a URL without a token"],
  ["token.jwt", "the name of a file"],
  ["./secrets/hunter2", "the name of a file"],
  ["C:\\hunter2", "the name of a file"],
  ["my.access.token", "the name of a file"],
  ["{'sub': 'hunter2'}", "notation of a programming language"],
  ['{"sub": "hunter2"', "cut short"],
  ['{"error": "hunter2"}', "the JSON of an error"],
  ["eyJhbGciOiJIUzI1NiJ9", "one part of a token"],
  ["token=eyJhbGciOiJIUzI1NiJ9.eyJod…", "shortened"],
  ["eyJhbGciOiJIUzI1NiJ9...abcdef", "shortened"],
];

/** Texts that are claims. */
export const CLAIMS: readonly (readonly [what: string, text: string])[] = [
  ["JSON", JSON.stringify(claims, null, 2)],
  ["JSON in a JSON string", JSON.stringify(JSON.stringify(claims))],
  ["a list of one", JSON.stringify([claims])],
  ["the middle part alone", base64url(JSON.stringify(claims))],
  [
    "what jwt-cli prints",
    `Token header\n---\n{\n  "alg": "HS256"\n}\n\nToken claims\n---\n${JSON.stringify(claims, null, 2)}`,
  ],
  ["lines with titles", `header: {"alg":"HS256"}\npayload: ${JSON.stringify(claims)}`],
  ["what decoders print", JSON.stringify({ header: { alg: "HS256" }, payload: claims, signature: "x" })],
];
