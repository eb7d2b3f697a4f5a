import { describe, expect, it } from "vitest";
import { faultsOfVerify, messages, type Verdict, verdicts } from "../../support/readers.js";
import { base64url, forge, NOW, payload, signRaw } from "../../support/tokens.js";

const OTHER = "another secret than the token's";

/** Every fault a payload can have, from the last that is looked for to the first. */
const late = { nbf: NOW + 61 };
const expired = { ...late, exp: NOW - 60 };
const addressed = { ...expired, aud: "x" };
const mistyped = { ...addressed, sub: 5 };
const foreign = { ...mistyped, iss: "unknown" };
const noIssuer = { ...mistyped, iss: 5 };
const badHeader = base64url('{"alg":"none"}');
const text = base64url("no JSON");

interface Case {
  readonly title: string;
  readonly token: string;
  readonly oneKey: Verdict;
  readonly manyKeys: Verdict;
  readonly unverified: Verdict;
}

const row = (
  title: string,
  token: string,
  oneKey: Verdict,
  manyKeys: Verdict = oneKey,
  unverified: Verdict = "accepted",
): Case => ({ title, token, oneKey, manyKeys, unverified });

describe("of many faults the first in the order of checks is told", () => {
  it.each<Case>([
    row("none", forge(payload()), "accepted"),
    row("nbf alone", forge(payload(late)), "NOT_YET_VALID"),
    row("exp before nbf", forge(payload(expired)), "EXPIRED"),
    row("aud before exp", forge(payload(addressed)), "INVALID_AUDIENCE"),
    row("types before aud", forge(payload(mistyped)), "INVALID_CLAIMS", "INVALID_CLAIMS", "INVALID_CLAIMS"),
    row(
      "a missing exp, which counts among the types, before aud",
      forge(payload({ aud: "x", exp: undefined })),
      "INVALID_CLAIMS",
    ),
    row("iss before types", forge(payload(foreign)), "INVALID_ISSUER", "INVALID_ISSUER", "INVALID_CLAIMS"),
    row("JSON before all of these", forge(`[${JSON.stringify(payload(foreign))}]`), ...same("MALFORMED_TOKEN")),
    row(
      "HMAC before types; with several keys iss picks the secret first",
      forge(payload(mistyped), { secret: OTHER }),
      "INVALID_SIGNATURE",
      "INVALID_SIGNATURE",
      "INVALID_CLAIMS",
    ),
    row(
      "HMAC before iss with one key, after it with several",
      forge(payload(foreign), { secret: OTHER }),
      "INVALID_SIGNATURE",
      "INVALID_ISSUER",
      "INVALID_CLAIMS",
    ),
    row(
      "HMAC before an iss of the wrong type with one key, after it with several",
      forge(payload(noIssuer), { secret: OTHER }),
      "INVALID_SIGNATURE",
      "INVALID_CLAIMS",
      "INVALID_CLAIMS",
    ),
    row(
      "HMAC before JSON with one key, after it with several",
      forge("no JSON", { secret: OTHER }),
      "INVALID_SIGNATURE",
      "MALFORMED_TOKEN",
      "MALFORMED_TOKEN",
    ),
    row(
      "HMAC before UTF-8 with one key, after it with several",
      forge(new Uint8Array([0xff]), { secret: OTHER }),
      "INVALID_SIGNATURE",
      "MALFORMED_TOKEN",
      "MALFORMED_TOKEN",
    ),
    row(
      "the algorithm before HMAC and JSON",
      signRaw(`${badHeader}.${text}`, OTHER),
      "UNSUPPORTED_ALGORITHM",
      "UNSUPPORTED_ALGORITHM",
      "MALFORMED_TOKEN",
    ),
    row(
      "crit before HMAC and claims",
      forge(payload(foreign), { header: { alg: "HS256", crit: [] }, secret: OTHER }),
      "UNSUPPORTED_ALGORITHM",
      "UNSUPPORTED_ALGORITHM",
      "INVALID_CLAIMS",
    ),
    row(
      "the payload's encoding before the algorithm",
      signRaw(`${badHeader}.${text}=`, OTHER),
      ...same("MALFORMED_TOKEN"),
    ),
    row("the algorithm before the signature's encoding", `${badHeader}.${base64url("{}")}.x`, "UNSUPPORTED_ALGORITHM"),
    row(
      "the header's JSON before the signature's encoding",
      `${base64url("{")}.${base64url("{}")}.x`,
      ...same("MALFORMED_TOKEN"),
    ),
    row(
      "the signature's encoding before the issuer",
      forge(payload(foreign)).slice(0, -1),
      "MALFORMED_TOKEN",
      "MALFORMED_TOKEN",
      "INVALID_CLAIMS",
    ),
    row("the header's encoding before HMAC", signRaw(`${badHeader}=.${text}`, OTHER), ...same("MALFORMED_TOKEN")),
  ])("$title", async ({ title, token, ...expected }) => {
    expect(await verdicts(token)).toEqual(expected);
  });

  it("iss alone is told when it is absent or no string", async () => {
    expect(await faultsOfVerify(forge(payload(noIssuer)))).toEqual(["/iss type"]);
    expect(await faultsOfVerify(forge(payload({ ...mistyped, iss: undefined })))).toEqual(["/iss required"]);
  });

  it("size, then parts, then encoding are told by the message", async () => {
    const long = "!".repeat(1_048_577);
    for (const message of await messages(long)) expect(message).toMatch(/longer than/);
    for (const message of await messages(`${long.slice(2)}.`)) expect(message).toMatch(/three parts/);
    for (const message of await messages("!.!.!")) expect(message).toMatch(/base64url/);
    for (const message of await messages("!.!.!.!")) expect(message).toMatch(/three parts/);
  });
});

/** What all three readers say alike. */
function same(verdict: Verdict): [Verdict, Verdict, Verdict] {
  return [verdict, verdict, verdict];
}
