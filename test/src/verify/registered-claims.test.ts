import { describe, expect, it } from "vitest";
import type { AccessTokenError } from "../../../src/index.js";
import { checkAudience, checkTimes, expiryIssue, issuerOf } from "../../../src/verify/registered-claims.js";
import { failure } from "../../support/tokens.js";

const INVALID = "the token's claims are invalid:";

describe("an error says", () => {
  it.each<[string, () => unknown, Partial<AccessTokenError>]>([
    [
      "that iss is absent",
      () => issuerOf({}),
      { message: `${INVALID} /iss is required`, issues: [expect.objectContaining({ keyword: "required" })] },
    ],
    [
      "the type of iss",
      () => issuerOf({ iss: [] }),
      {
        message: `${INVALID} /iss must be a string; got an array`,
        issues: [expect.objectContaining({ keyword: "type" })],
      },
    ],
    [
      "that there is an audience",
      () => checkAudience({ aud: undefined }),
      { code: "INVALID_AUDIENCE", message: "the token has an audience (aud); LiveKit tokens have none" },
    ],
    [
      "when the token expired",
      () => checkTimes({ exp: 1.5 }, 100, 0),
      { code: "EXPIRED", message: "the token expired at 1970-01-01T00:00:01.500Z" },
    ],
    [
      "from when on the token is valid",
      () => checkTimes({ exp: 1e300, nbf: 3661 }, 100, 0),
      { code: "NOT_YET_VALID", message: "the token is not valid before 1970-01-01T01:01:01.000Z" },
    ],
    [
      "the seconds of a time that Date does not reach",
      () => checkTimes({ exp: 1e300, nbf: 1e20 }, 100, 0),
      { code: "NOT_YET_VALID", message: "the token is not valid before 100000000000000000000 s" },
    ],
  ])("%s", async (_, check, expected) => {
    expect(await failure(check)).toMatchObject(expected);
  });
});

it("the issue of a token without exp is that it is required", () => {
  expect(expiryIssue({})).toMatchObject({ pointer: "/exp", keyword: "required", message: "is required" });
  expect(expiryIssue({ exp: undefined })).toBeUndefined();
});
