import { expect, it } from "vitest";
import { AccessToken, TokenVerifier } from "../../../src/index.js";
import { KEY, SECRET } from "../../support/tokens.js";

it("mints and verifies while Object.prototype has an enumerable member", async () => {
  const grants = { roomJoin: true, room: "r" };
  const roundTrip = async () => {
    const token = await AccessToken.withApiKey(KEY, SECRET)
      .withIdentity("alice")
      .withGrants(grants)
      .withAttributes({ seat: "12" })
      .toJwt();
    return JSON.stringify(await TokenVerifier.withApiKey(KEY, SECRET).verify(token));
  };
  Object.defineProperty(Object.prototype, "polluted", { value: "yes", enumerable: true, configurable: true });
  const claims = await roundTrip().finally(() => Reflect.deleteProperty(Object.prototype, "polluted"));
  expect(JSON.parse(claims)).toMatchObject({ sub: "alice", video: grants, attributes: { seat: "12" } });
  expect(claims).not.toContain("polluted");
});
