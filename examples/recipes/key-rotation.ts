import { AccessToken, AccessTokenError, TokenVerifier } from "livekit-claims";

// 1. Before the rotation, one secret signs and verifies.
const before = AccessToken.withApiKey("APIexample", "old-secret-of-at-least-32-characters");
const oldToken = await before.withIdentity("alice").withGrants({ roomJoin: true, room: "stage" }).toJwt();

// 2. While it lasts, the new secret signs, and both verify. Keep the old one until its last token has expired.
const during = TokenVerifier.withKeys({
  APIexample: ["new-secret-of-at-least-32-characters", "old-secret-of-at-least-32-characters"],
});
const after = AccessToken.withApiKey("APIexample", "new-secret-of-at-least-32-characters");
const newToken = await after.withIdentity("bob").withGrants({ roomJoin: true, room: "stage" }).toJwt();
console.log("during:", (await during.verify(oldToken)).sub, "and", (await during.verify(newToken)).sub);

// 3. Afterwards only the new secret is known. A function may look secrets up, in a key store or a database.
const done = TokenVerifier.withKeys(async (issuer) =>
  issuer === "APIexample" ? "new-secret-of-at-least-32-characters" : undefined,
);
const refused = await done.verify(oldToken).catch((error: unknown) => error);
if (!AccessTokenError.is(refused)) throw new Error("the old token is still accepted");
console.log("after:", (await done.verify(newToken)).sub, "but the old token is refused with", refused.code);
