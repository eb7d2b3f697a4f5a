import { AccessToken, AccessTokenError, Claims } from "livekit-claims";
import { predict, target } from "livekit-claims/targets";

const token = AccessToken.withApiKey("APIexample", "secret-of-at-least-32-characters")
  .withIdentity("alice")
  .withGrants({ roomJoin: true, room: "stage" })
  .withRoomConfig({ tags: { floor: "2" } });

// livekit-server 1.9.11 answers 401 to a member of the room configuration that it does not know.
const refused = await token.toJwt({ target: target("livekit-server@1.9.11") }).catch((error: unknown) => error);
if (!AccessTokenError.is(refused)) throw new Error("the token was minted");
console.log(`livekit-server@1.9.11: ${refused.code} at ${refused.issues.map(({ pointer }) => pointer).join(", ")}`);

// 1.13.5 knows it.
console.log(`livekit-server@1.13.5: ${(await token.toJwt({ target: target("livekit-server@1.13.5") })).length > 0}`);

// The same as data, to warn rather than to fail.
const claims = Claims.fromUnverified(await token.toJwt());
console.log(`predicted for 1.9.11: ${predict("livekit-server@1.9.11", claims)}`);
