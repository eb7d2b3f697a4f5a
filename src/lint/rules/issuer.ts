import { isObject } from "../../json/is-object.js";
import { getOwn } from "../../json/own.js";
import type { Path } from "../../json/path.js";
import { type Draft, draft } from "../finding.js";
import type { Keys } from "../options.js";
import type { Content } from "../reading.js";
import { readableForms } from "../secret-forms.js";

/** Shorter secrets are words that a claim may hold by chance. */
const SHORTEST_SECRET = 8;

/** Objects within each other that are looked into. */
const DEEPEST = 100;

/** Finds an issuer that is not the API key at hand, and the API secret where everybody reads it. */
export function issuerFindings({ payload }: Content, keys: Keys): Draft[] {
  const issuer = getOwn(payload, "iss");
  const forms = keys.secrets.flatMap(readableForms);
  if (typeof issuer === "string" && forms.includes(issuer)) {
    const message = "is the API secret: key and secret were swapped, here or where the token was minted";
    return [
      draft("swapped-keys", ["iss"], message, "server"),
      ...secretsIn(payload, forms).filter(({ path }) => path[0] !== "iss"),
    ];
  }
  return [...otherKey(issuer, keys), ...secretsIn(payload, forms)];
}

function otherKey(issuer: unknown, keys: Keys): Draft[] {
  const { apiKey } = keys;
  if (typeof issuer !== "string" || issuer === "" || issuer === apiKey) return [];
  const found: Draft[] = [];
  if (apiKey !== undefined) {
    const message = `is another API key: a server that knows only ${nameOfKey(keys)} answers 401`;
    const fix = difference(issuer, apiKey);
    found.push(draft("other-key", ["iss"], { message, fix }, "server"));
  }
  if (looksLikeSecret(issuer)) {
    found.push(draft("key-like-secret", ["iss"], "is as long as an API secret, not as an API key"));
  }
  return found;
}

/** The API key in quotes, unless it may be a secret in the wrong place. */
export function nameOfKey({ apiKey, secrets }: Keys): string {
  if (apiKey === undefined || looksLikeSecret(apiKey) || secrets.includes(apiKey)) return "the given API key";
  return `the key ${JSON.stringify(apiKey)}`;
}

function difference(issuer: string, apiKey: string): string | undefined {
  if (issuer.trim() === apiKey.trim()) return "Trim the API key where it is read: the two differ only in white space.";
  if (issuer.replace(/^(["'])(.*)\1$/s, "$2") === apiKey.replace(/^(["'])(.*)\1$/s, "$2")) {
    return "Remove the quotes around the API key where it is set: the two differ only in quotes.";
  }
  if (issuer.toLowerCase() === apiKey.toLowerCase())
    return `Write the API key as the server does: ${JSON.stringify(apiKey)}.`;
  return undefined;
}

/** Whether a text is what `livekit-server generate-keys` makes for a secret: long, of letters and digits, and no UUID. */
export function looksLikeSecret(text: string): boolean {
  return /^(?!API)[\w+/=-]{32,}$/.test(text) && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** Finds texts that hold a secret. Without recursion, as a payload may be nested without end. */
function secretsIn(payload: object, forms: readonly string[]): Draft[] {
  const long = forms.filter((form) => form.length >= SHORTEST_SECRET);
  if (long.length === 0) return [];
  const holds = (text: string): boolean => long.some((form) => text.includes(form));
  const found: Draft[] = [];
  const open: { value: unknown; path: Path }[] = [{ value: payload, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && holds(value)) found.push(inClear(path));
    if (typeof value !== "object" || value === null || path.length >= DEEPEST) continue;
    const members: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [name, member] of members) {
      if (isObject(value) && holds(String(name))) found.push(inClear(path));
      open.push({ value: member, path: [...path, name] });
    }
  }
  return found;
}

function inClear(path: Path): Draft {
  return draft("secret-in-token", path, "contains the API secret, which whoever has the token can read");
}
