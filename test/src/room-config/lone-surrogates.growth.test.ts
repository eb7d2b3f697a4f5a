import { expect, it } from "vitest";
import { Claims, validateClaims } from "../../../src/index.js";
import { growthOf } from "../../support/counted-work.js";
import { failure, forge } from "../../support/tokens.js";

/** A payload of which one half is nesting, and the other half lone surrogates inside it. */
const payload = (bytes: number): string => {
  const [depth, count] = [bytes / 4, bytes / 18];
  const texts = Array.from({ length: count }, () => String.raw`"\ud800"`).join();
  return `{"roomConfig":{"x":${"[".repeat(depth)}${texts}${"]".repeat(depth)}}}`;
};

it("cost time linear in the payload, however deep they are", async () => {
  const read = (token: string) => failure(() => Claims.fromUnverified(token));
  expect((await read(forge(payload(36_000)))).issues.at(-1)?.message).toMatch(/^and \d+ more$/);
  expect(await growthOf(read, (bytes) => forge(payload(bytes)), 36_000)).toBeLessThan(2.1);

  const validate = (json: string) => validateClaims(JSON.parse(json), { profile: "decode" });
  expect(await growthOf(validate, payload, 36_000)).toBeLessThan(2.1);
});
