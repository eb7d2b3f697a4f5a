import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { atNow, edited, payloads, sign } from "../arbitraries.js";
import { layer } from "../layer.js";
import { expectAcceptedByOthers, read, type TokenCase } from "../oracles.js";

const HEADER = '{"alg":"HS256","typ":"JWT"}';
const pieces = fc.constantFrom(
  ...['"', "{", "}", "[", "]", ",", ":", "\\", "\\u0000", "\\ud800", "\ufeff", " ", "\n", "\0", "null", "1e999", "-0"],
  ...["01", "1.", "0x1", "NaN", "'", "/**/", "\u2028", '"exp":1,', '"__proto__":{},'],
);
const texts = edited(
  payloads.map((claims) => JSON.stringify(claims)),
  pieces,
);
/** Bytes that are often not UTF-8. */
const bytes = fc.tuple(texts, fc.nat(), fc.option(fc.uint8Array({ maxLength: 2 }))).map(([text, at, put]) => {
  const whole = Buffer.from(text);
  const start = at % (whole.length + 1);
  return put === null ? whole : Buffer.concat([whole.subarray(0, start), put, whole.subarray(start)]);
});

/** Edits the payload's bytes, under a valid HMAC: almost valid JSON and UTF-8. */
export const json = layer(
  "json",
  bytes.map((body) => atNow(sign(HEADER, body))),
  async (testCase: TokenCase) => {
    const reading = await read(testCase);
    if ("claims" in reading) {
      const body = Buffer.from(testCase.token.split(".")[1] ?? "", "base64url");
      JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body));
    }
    await expectAcceptedByOthers(testCase);
  },
);
