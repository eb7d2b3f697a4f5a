import { AccessToken } from "livekit-claims";

const KEY = "APItest";
const SECRET = "secret-of-the-tests-32-characters";
const token = AccessToken.withApiKey(KEY, SECRET)
  .withIdentity("alice")
  .withGrants({ roomJoin: true, room: "stage" })
  .withTtl("10m");

/** The key that your code verifies with in its tests. */
export const testKey = { key: KEY, secret: SECRET };

export const valid = await token.toJwt();

/** Signed yesterday: `clock` moves the time of minting, and no test has to wait. */
export const expired = await token.toJwt({ clock: () => Date.now() - 24 * 60 * 60_000 });

/** Becomes valid tomorrow. */
export const notYetValid = await token.withTtl("2d").toJwt({ clock: () => Date.now() + 24 * 60 * 60_000 });

/** Says another room than the one that was signed. */
export const tampered = tamper(valid, { video: { roomJoin: true, room: "backstage" } });

/** Signed with another secret of the same key. */
export const ofAnotherSecret = await AccessToken.withApiKey(KEY, "another-secret-of-32-characters!!")
  .withIdentity("mallory")
  .withGrants({ roomJoin: true, room: "stage" })
  .toJwt();

/** Signed with another key. */
export const ofAnotherKey = await AccessToken.withApiKey("APIother", SECRET)
  .withIdentity("mallory")
  .withGrants({ roomJoin: true, room: "stage" })
  .toJwt();

function tamper(jwt: string, changes: object): string {
  const [header, payload = "", signature] = jwt.split(".");
  const claims = { ...JSON.parse(Buffer.from(payload, "base64url").toString()), ...changes };
  return [header, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
}
