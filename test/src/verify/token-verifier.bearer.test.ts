import { describe, expect, it } from "vitest";
import { TokenVerifier } from "../../../src/index.js";
import { clock, failure, forge, KEY, payload, SECRET } from "../../support/tokens.js";

const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });
const token = forge(payload());

/** Authorization headers with the scheme in another place than the start. */
const ELSEWHERE = [
  ["after a space", ` Bearer ${token}`],
  ["within the header", `${token.slice(0, 6)}Bearer ${token.slice(6)}`],
  ["within the header, with a space where the scheme would end", `${token.slice(0, 6)} bearer ${token.slice(6)}`],
  ["before the signature", token.replace(/\.([^.]*)$/, ".Bearer $1")],
] as const;

describe('"Bearer" in another place than the start', () => {
  it.each(ELSEWHERE)("is not removed from a webhook's header: %s", async (_, authorization) => {
    expect((await failure(verifier.verifyWebhook("{}", authorization))).code).toBe("MALFORMED_TOKEN");
  });

  it.each(ELSEWHERE)("is malformed, with a message that does not mention a start: %s", async (_, text) => {
    const { code, message } = await failure(verifier.verify(text));
    expect(code).toBe("MALFORMED_TOKEN");
    expect(message).not.toContain("starts with");
  });
});
