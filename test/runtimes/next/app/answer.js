import { AccessToken, AccessTokenError, TokenVerifier } from "livekit-claims";

const [key, secret] = ["devkey", "secret-of-at-least-32-characters"];

/** Mints a token for the identity in the query, and responds with its claims. */
export async function answer(request) {
  const { searchParams } = new URL(request.url);
  const grants = { roomJoin: true, room: searchParams.get("room") ?? "" };
  try {
    const token = await AccessToken.withApiKey(key, secret).withIdentity("alice").withGrants(grants).toJwt();
    const { sub, video } = await TokenVerifier.withApiKey(key, secret).verify(token);
    return Response.json({ sub, room: video.room, runtime: globalThis.EdgeRuntime ? "edge" : "nodejs" });
  } catch (error) {
    if (!(error instanceof AccessTokenError)) throw error;
    return Response.json({ code: error.code }, { status: 400 });
  }
}
