import { AccessToken, AccessTokenError, type Claims, TokenVerifier, type VideoGrantsInit } from "livekit-claims";

const [key, secret] = ["devkey", "secret-of-at-least-32-characters"];
const verifier = TokenVerifier.withApiKey(key, secret);

test("mints and verifies", async () => {
  const grants: VideoGrantsInit = { roomJoin: true, room: "my-room" };
  const token = await AccessToken.withApiKey(key, secret).withIdentity("alice").withGrants(grants).toJwt();
  const claims: Claims = await verifier.verify(token);
  expect([claims.sub, claims.video.room]).toEqual(["alice", "my-room"]);
});

test("throws errors of the exported class", async () => {
  await expect(verifier.verify("a.b.c")).rejects.toThrow(AccessTokenError);
});
