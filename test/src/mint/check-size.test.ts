import { expect, it } from "vitest";
import { DEFAULT_MAX_TOKEN_BYTES } from "../../../src/json/largest-token.js";
import { checkSize } from "../../../src/mint/check-size.js";
import { failure } from "../../support/tokens.js";

it("the largest token passes, and the message for one more byte names both sizes", async () => {
  const largest = "x".repeat(DEFAULT_MAX_TOKEN_BYTES);
  expect(checkSize(largest)).toBe(largest);
  const message = "must be smaller: the token has 1048577 bytes, and verifiers accept at most 1048576";
  expect(await failure(() => checkSize(`${largest}x`))).toMatchObject({
    code: "INVALID_CLAIMS",
    message: `the claims are too large: ${message}`,
    issues: [{ path: [], keyword: "size", message }],
  });
});
