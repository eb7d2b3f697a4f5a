import { AccessToken, TokenVerifier } from "livekit-claims";
import { canAdminRoom, canPublish, canPublishData, canRecord, canSubscribe } from "livekit-claims/permissions";
import { ROLES } from "./livekit/roles.ts";

const [key, secret] = ["APIexample", "secret-of-at-least-32-characters"] as const;
const template = AccessToken.withApiKey(key, secret).withTtl("10m");
const verifier = TokenVerifier.withApiKey(key, secret);

// addGrants adds member by member; a second withGrants would replace the grants of the role.
for (const [role, grants] of Object.entries(ROLES)) {
  const token = template.withIdentity(`a-${role}`).addGrants(grants).addGrants({ roomJoin: true, room: "stage" });
  const claims = await verifier.verify(await token.toJwt());
  const may = {
    subscribe: canSubscribe(claims),
    camera: canPublish(claims, "camera"),
    screen: canPublish(claims, "screen_share"),
    data: canPublishData(claims),
    moderate: canAdminRoom(claims, "stage"),
    // Starting an egress is a right of a backend (roomRecord), not of the recorder that joins the room.
    startEgress: canRecord(claims),
  };
  console.log(
    `${role}: ${Object.keys(may)
      .filter((name) => may[name as keyof typeof may])
      .join(" ")}`,
  );
}
