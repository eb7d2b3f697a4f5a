import { describe, expect, it } from "vitest";
import { findingsOf, payload } from "../../../support/lint.js";
import { base64url, forge } from "../../../support/tokens.js";

const token = forge(payload());
const [header = "", body = "", signature = ""] = token.split(".");
const hex = Buffer.from(signature, "base64url").toString("hex");

const PARTS = "the token must have three parts with dots between";
const COPY = "Copy the token to its end, after the second dot.";
const ENCRYPTED = "Sign the claims with HS256; LiveKit does not read encrypted tokens (JWE).";
const WHOLE = "Pass the whole token as it was minted, without anything around it.";
const not = (part: string) => `the token's ${part} is not canonical base64url without padding`;
const NO_SIGNATURE = "the token's signature is not 32 bytes in canonical base64url without padding";
const BYTES =
  "Encode the bytes of the HMAC. In Node: .digest('base64url'). In PHP: hash_hmac('sha256', $input, $secret, true), whose last argument asks for bytes. In Python: .digest(), not .hexdigest().";
const TO_BASE64URL =
  "In Node: .toString('base64url'). In PHP: rtrim(strtr(base64_encode($part), '+/', '-_'), '='). Elsewhere: replace + with - and / with _, and remove the = at the end.";
const STANDARD = "it is in standard base64, with +, / or =";

describe("a text of another form", () => {
  it.each<[string, string, string, string]>([
    ["without a signature", `${header}.${body}`, `${PARTS}: it has two, without a signature`, COPY],
    ["twice", token + token, `${PARTS}: it is the same token twice`, "Paste it once."],
    ["of five parts", `${header}.a.b.c.d`, `${PARTS}: it has five, so it is encrypted`, ENCRYPTED],
    ["of six parts", `${token}.a.b.c`, PARTS, WHOLE],
    ["of two parts that are none of a token", "a.b", PARTS, WHOLE],
    ["in hexadecimal", `${header}.${body}.${hex}`, `${NO_SIGNATURE}: it is the HMAC in hexadecimal`, BYTES],
    [
      "in hexadecimal of upper case",
      `${header}.${body}.${hex.toUpperCase()}`,
      `${NO_SIGNATURE}: it is the HMAC in hexadecimal`,
      BYTES,
    ],
    [
      "in base64 of hexadecimal",
      `${header}.${body}.${base64url(hex)}`,
      `${NO_SIGNATURE}: it is the HMAC in hexadecimal`,
      BYTES,
    ],
    [
      "in base64 of hexadecimal with padding",
      `${header}.${body}.${Buffer.from(hex).toString("base64")}`,
      `${NO_SIGNATURE}: it is the HMAC in hexadecimal`,
      BYTES,
    ],
    ["with less than an HMAC in hexadecimal", `${header}.${body}.${hex.slice(1)}`, NO_SIGNATURE, WHOLE],
    [
      "with an empty signature",
      `${header}.${body}.`,
      `${NO_SIGNATURE}: it is empty, as in an unsigned token`,
      "Sign with HS256 and the API secret, and copy the token to its end.",
    ],
    ["with a padded signature", `${token}=`, `${NO_SIGNATURE}: ${STANDARD}`, TO_BASE64URL],
    ["with a padded payload", `${header}.${body}==.${signature}`, `${not("payload")}: ${STANDARD}`, TO_BASE64URL],
    ["with a plus sign", `${header}.${body}+.${signature}`, `${not("payload")}: ${STANDARD}`, TO_BASE64URL],
    ["with a slash in the header", `${header}/.${body}.${signature}`, `${not("header")}: ${STANDARD}`, TO_BASE64URL],
    ["with a short signature", `${header}.${body}.x`, NO_SIGNATURE, WHOLE],
  ])("%s", (_, text, message, fix) => {
    expect(findingsOf("malformed-token", text)).toMatchObject([{ message, fix }]);
  });
});
