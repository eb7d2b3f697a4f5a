const attempt = async (work) => {
  try {
    await work();
    return "it worked";
  } catch ({ code, message }) {
    return `${code}: ${message}`;
  }
};

/** What an app does with a token that its server gave it, and what it had better not try. */
export const answerWith =
  ({ AccessToken, Claims, hashBody, TokenVerifier }, { canPublish }) =>
  async (token) => {
    const claims = Claims.fromUnverified(token);
    return {
      identity: claims.sub,
      room: claims.video.room,
      publishes: canPublish(claims, "camera"),
      malformed: await attempt(() => Claims.fromUnverified("a.b.c")),
      minting: await attempt(() => AccessToken.withApiKey("devkey", "secret")),
      verifying: await attempt(() => TokenVerifier.withApiKey("devkey", "secret")),
      hashing: await attempt(() => hashBody("body")),
    };
  };
