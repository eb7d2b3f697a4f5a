import { errors, jwtVerify, SignJWT } from "jose";
import type { Claims } from "./claims.js";

const apiKey = "devkey";
const apiSecret = "a secret of at least thirty-two characters";
const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/** Verifies a token, then takes its payload for claims. */
async function read(token: string): Promise<Claims> {
  const options = { algorithms: ["HS256"], issuer: apiKey, requiredClaims: ["exp"], clockTolerance: 60 };
  return (await jwtVerify<Claims>(token, keyOf(apiSecret), options)).payload;
}

/** Says what the holder may do. A permission that is absent is granted, any other grant is not. */
function describe({ sub, video }: Claims): string {
  if (video?.roomJoin !== true) return "joins no room";
  return `${sub} joins ${video.room}, publish: ${video.canPublish ?? true}, subscribe: ${video.canSubscribe ?? true}`;
}

const sign = (claims: Claims, secret: string): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: "HS256" }).sign(keyOf(secret));

const bare: Claims = { exp: Math.floor(Date.now() / 1000) + 600, iss: apiKey };
const join: Claims = { ...bare, sub: "alice", video: { roomJoin: true, room: "stage", canPublish: false } };
for (const claims of [bare, join]) console.log(describe(await read(await sign(claims, apiSecret))));
try {
  await read(await sign(join, "another secret of at least thirty-two"));
} catch (error) {
  if (error instanceof errors.JOSEError) console.log("refused:", error.code);
}

const hidden: Claims = { ...join, exp: 4102444800, video: { ...join.video, hidden: true } };
console.log(JSON.stringify(hidden, null, 2));
