import type { Fault } from "../../json/snapshot.js";
import type { Around, Remark } from "../../paste/found.js";
import { type Draft, draft } from "../finding.js";
import type { Keys } from "../options.js";
import type { OddHeader, Reading } from "../reading.js";
import { refusal } from "../refusal.js";
import { readableForms } from "../secret-forms.js";
import { jwtReleases } from "../server-objections.js";
import { encodingOf } from "./encoding.js";

/** Reports why verifiers refuse the form of a token, and what in its payload not every server reads alike. */
export function formFindings(reading: Reading, keys: Keys): Draft[] {
  const { around, reason, formErrors, oddHeader, faults, duplicates } = reading;
  if (isKey(reading, keys)) return [KEY];
  return [
    ...(reason === undefined ? [] : [draft("not-a-token", [], reason, "everyone")]),
    ...(around === undefined ? [] : [aroundFinding(around)]),
    ...formErrors.map((formError) => {
      const encoding = encodingOf(reading, formError);
      const { message } = formError.error;
      return encoding === undefined
        ? refusal(formError.error)
        : draft("malformed-token", [], { message: `${message}: ${encoding.message}`, fix: encoding.fix }, "everyone");
    }),
    ...(oddHeader === undefined ? [] : [draft("unsupported-algorithm", [], oddHeaderWords(oddHeader), "libraries")]),
    ...duplicates.map((path) =>
      draft("duplicate-member", path, "occurs twice in one object, and not every server reads the last one"),
    ),
    ...faults.map(fromFault),
  ];
}

function oddHeaderWords(oddHeader: OddHeader): string {
  const { jose, golangJwt } = jwtReleases();
  return oddHeader === "crit"
    ? `the token's header has a "crit" member: servers ${golangJwt} and newer ignore it; ${jose} and older refuse the token, as this library does`
    : `the token is signed with ${oddHeader}, not HS256: servers ${jose} and older accept it; ${golangJwt} and newer refuse it, as this library does`;
}

function aroundFinding(around: Around): Draft {
  return around.intact ? draft("token-in-text", [], around) : draft("malformed-token", [], around, "everyone");
}

const KEY_WORDS: Remark = {
  message: "the text is the API key or the API secret, not a token",
  fix: "Mint a token with the key and the secret: run livekit-claims mint, or use AccessToken on a server.",
};
const KEY = draft("not-a-token", [], KEY_WORDS, "everyone");

function isKey({ token }: Reading, { apiKey, secrets }: Keys): boolean {
  return token !== undefined && (token === apiKey || secrets.flatMap(readableForms).includes(token));
}

function fromFault({ keyword, path, message }: Fault): Draft {
  return draft(keyword === "unicode" ? "lone-surrogate" : "invalid-claims", path, message);
}
