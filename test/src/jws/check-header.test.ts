import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { all, messages, verdicts } from "../../support/readers.js";
import { forge, payload, SECRET } from "../../support/tokens.js";

const withHeader = (header: unknown): string => forge(payload(), { header });

// generated/vectors has the headers that are accepted and rejected: see test/src/index.vectors.test.ts.

describe("an algorithm other than HS256", () => {
  it("is reported as none for an unsigned token", async () => {
    const unsigned = withHeader({ alg: "none" }).replace(/[^.]*$/, "");
    expect(await verdicts(unsigned)).toEqual(all("UNSUPPORTED_ALGORITHM", "accepted"));
    const [verifying] = await messages(unsigned);
    expect(verifying).toMatch(/^the token is not signed: its algorithm is none; LiveKit tokens are signed with HS256/);
  });

  it("is rejected and named when it made the signature", async () => {
    const input = withHeader({ alg: "HS512" }).replace(/\.[^.]*$/, "");
    const long = createHmac("sha512", SECRET).update(input).digest();
    for (const signature of [long, long.subarray(0, 32)]) {
      const jwt = `${input}.${signature.toString("base64url")}`;
      expect(await verdicts(jwt)).toEqual(all("UNSUPPORTED_ALGORITHM", "accepted"));
      expect((await messages(jwt))[0]).toMatch(/^the token is signed with HS512;/);
    }
  });

  it("is not named when it is not registered, since it may be any text", async () => {
    expect((await messages(withHeader({ alg: SECRET })))[0]).toMatch(/^the token's algorithm is unknown;/);
  });
});
