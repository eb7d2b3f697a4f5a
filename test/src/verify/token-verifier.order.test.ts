import { describe, expect, it } from "vitest";
import { faultsOfVerify, messages } from "../../support/readers.js";
import { forge, payload } from "../../support/tokens.js";

// generated/vectors has pairs of faults in their order: see test/src/index.vectors.test.ts.

describe("verify, for a token with several faults,", () => {
  it("reports only iss when it is absent or not a string", async () => {
    const mistyped = { sub: 5, aud: "x", exp: 1 };
    expect(await faultsOfVerify(forge(payload({ ...mistyped, iss: 5 })))).toEqual(["/iss type"]);
    expect(await faultsOfVerify(forge(payload({ ...mistyped, iss: undefined })))).toEqual(["/iss required"]);
  });

  it("reports in the message the size, then the parts, then the encoding", async () => {
    const long = "!".repeat(1_048_577);
    for (const message of await messages(long)) expect(message).toMatch(/longer than/);
    for (const message of await messages(`${long.slice(2)}.`)) expect(message).toMatch(/three parts/);
    for (const message of await messages("!.!.!")) expect(message).toMatch(/base64url/);
    for (const message of await messages("!.!.!.!")) expect(message).toMatch(/three parts/);
  });
});
