const { AccessToken, Claims, TokenVerifier } = require("livekit-claims");
const { canJoin } = require("livekit-claims/permissions");

const [key, secret] = ["devkey", "secret-of-at-least-32-characters"];

test("mints and verifies", async () => {
  const grants = { roomJoin: true, room: "my-room" };
  const token = await AccessToken.withApiKey(key, secret).withIdentity("alice").withGrants(grants).toJwt();
  const claims = await TokenVerifier.withApiKey(key, secret).verify(token);
  expect(claims.sub).toBe("alice");
  expect(canJoin(claims, "my-room")).toBe(true);
  expect(Claims.fromUnverified(token)).toEqual(claims);
});
