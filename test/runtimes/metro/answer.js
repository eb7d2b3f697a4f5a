const attempt = async (work) => {
  try {
    await work();
    return "it worked";
  } catch ({ code, message }) {
    return `${code}: ${message}`;
  }
};

/** Reads a token as an app does, and tries to mint, which must fail in an app. */
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
