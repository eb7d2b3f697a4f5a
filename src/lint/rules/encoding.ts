import { decodeBytes } from "../../paste/decode-part.js";
import type { Remark } from "../../paste/found.js";
import type { FormError, Reading } from "../reading.js";

const TO_BASE64URL =
  "In Node: .toString('base64url'). In PHP: rtrim(strtr(base64_encode($part), '+/', '-_'), '='). Elsewhere: replace + with - and / with _, and remove the = at the end.";

const TO_BYTES =
  "Encode the bytes of the HMAC. In Node: .digest('base64url'). In PHP: hash_hmac('sha256', $input, $secret, true), whose last argument asks for bytes. In Python: .digest(), not .hexdigest().";

const HEXADECIMAL: Remark = { message: "it is the HMAC in hexadecimal", fix: TO_BYTES };

/** Bytes of the digest of SHA-256 in hexadecimal. */
const HEX = /^[\da-f]{64}$/i;

/** Names the encoding that a part of a token has instead of base64url, and how to write that; undefined when unknown. */
export function encodingOf({ token = "", parts }: Reading, { part }: FormError): Remark | undefined {
  if (parts === undefined) return ofCount(token);
  if (part === undefined) return undefined;
  const text = parts[part];
  if (part === "signature" && (HEX.test(text) || isEncodedHex(text))) return HEXADECIMAL;
  if (/^[\w+/-]*={0,2}$/.test(text) && /[+/=]/.test(text)) {
    return { message: "it is in standard base64, with +, / or =", fix: TO_BASE64URL };
  }
  if (part === "signature" && text === "") return UNSIGNED;
  return undefined;
}

const UNSIGNED: Remark = {
  message: "it is empty, as in an unsigned token",
  fix: "Sign with HS256 and the API secret, and copy the token to its end.",
};

function ofCount(token: string): Remark | undefined {
  const dots = token.split(".", 6).length - 1;
  if (!token.startsWith("e")) return undefined;
  if (dots === 1) {
    return { message: "it has two, without a signature", fix: "Copy the token to its end, after the second dot." };
  }
  if (dots === 4 && isTwice(token)) {
    return { message: "it is the same token twice", fix: "Paste it once." };
  }
  if (dots === 4) {
    return {
      message: "it has five, so it is encrypted",
      fix: "Sign the claims with HS256; LiveKit does not read encrypted tokens (JWE).",
    };
  }
  return undefined;
}

function isTwice(token: string): boolean {
  const half = token.length / 2;
  return token.slice(0, half) === token.slice(half);
}

function isEncodedHex(signature: string): boolean {
  if (signature.length < 86 || signature.length > 88) return false;
  const bytes = decodeBytes(signature);
  return bytes !== undefined && HEX.test(String.fromCharCode(...bytes));
}
