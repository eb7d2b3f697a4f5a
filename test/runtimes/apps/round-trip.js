import { AccessToken, TokenVerifier } from "livekit-claims";

const [key, secret] = ["devkey", "secret-of-at-least-32-characters"];

/** Uses the package as an application does. Returns one line of text. */
export async function roundTrip() {
  const grants = { roomJoin: true, room: "my-room" };
  const token = await AccessToken.withApiKey(key, secret).withIdentity("alice").withGrants(grants).toJwt();
  const claims = await TokenVerifier.withApiKey(key, secret).verify(token);
  return `${claims.sub} ${claims.video.room} ${claims.video.canPublish}`;
}
