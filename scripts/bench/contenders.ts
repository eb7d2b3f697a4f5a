import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import { createSigner, createVerifier } from "fast-jwt";
import { jwtVerify, SignJWT } from "jose";
import jsonwebtoken from "jsonwebtoken";
import * as sdk from "livekit-server-sdk";
import type * as Ours from "../../src/index.js";
import type { Contender } from "./measure.js";
import { GRANTS, KEY, OURS, ROOM_CONFIG, SECRET } from "./workload.js";

/**
 * Returns the benchmarks: a title and the contenders, the floor first. All contenders mint or verify the same
 * payload.
 */
export async function benchmarks(ours: typeof Ours): Promise<[string, Contender[]][]> {
  const template = ours.AccessToken.withApiKey(KEY, SECRET).withName("Alice").withGrants(GRANTS);
  const token = await template.withIdentity("alice").toJwt();
  const configured = await template.withIdentity("alice").withRoomConfig(ROOM_CONFIG).toJwt();
  const claims: Record<string, unknown> = { ...ours.Claims.fromUnverified(token) };
  return [
    ["mint by a template", [...minters(claims), { name: OURS, run: () => template.withIdentity("alice").toJwt() }]],
    ["mint by the whole chain", [...minters(claims), { name: OURS, run: () => wholeChain(ours) }]],
    ["verify", [...verifiers(token), verifier(ours, token)]],
    ["verify with a roomConfig", [...verifiers(configured), verifier(ours, configured)]],
  ];
}

export const FLOOR = "createHmac + JSON";

function wholeChain({ AccessToken }: typeof Ours): Promise<string> {
  return AccessToken.withApiKey(KEY, SECRET).withIdentity("alice").withName("Alice").withGrants(GRANTS).toJwt();
}

function verifier({ TokenVerifier }: typeof Ours, token: string): Contender {
  const instance = TokenVerifier.withApiKey(KEY, SECRET);
  return { name: OURS, run: () => instance.verify(token) };
}

/**
 * The contenders sign a complete payload, to which only the times are added. livekit-server-sdk builds a smaller one
 * from its options.
 */
function minters(claims: Record<string, unknown>): Contender[] {
  const { exp: _exp, nbf: _nbf, iat: _iat, ...timeless } = claims;
  const header = Buffer.from('{"typ":"JWT","alg":"HS256"}').toString("base64url");
  const now = () => Math.floor(Date.now() / 1000);
  const withTimes = () => ({ exp: now() + 21_600, nbf: now(), ...timeless });
  const fast = createSigner({ key: SECRET, algorithm: "HS256", noTimestamp: true });
  const key = createSecretKey(SECRET, "utf8");
  return [
    {
      name: FLOOR,
      run: () => {
        const input = `${header}.${Buffer.from(JSON.stringify(withTimes())).toString("base64url")}`;
        return `${input}.${createHmac("sha256", SECRET).update(input).digest("base64url")}`;
      },
    },
    {
      name: "livekit-server-sdk",
      run: () => {
        const token = new sdk.AccessToken(KEY, SECRET, { identity: "alice", name: "Alice" });
        token.addGrant(GRANTS);
        return token.toJwt();
      },
    },
    { name: "fast-jwt", run: () => fast(withTimes()) },
    { name: "jose", run: () => new SignJWT(withTimes()).setProtectedHeader({ typ: "JWT", alg: "HS256" }).sign(key) },
    { name: "jsonwebtoken", run: () => jsonwebtoken.sign(withTimes(), SECRET, { noTimestamp: true }) },
  ];
}

function verifiers(token: string): Contender[] {
  const official = new sdk.TokenVerifier(KEY, SECRET);
  const fast = createVerifier({ key: SECRET, algorithms: ["HS256"], allowedIss: KEY, cache: false });
  const key = createSecretKey(SECRET, "utf8");
  return [
    {
      name: FLOOR,
      run: () => {
        const end = token.lastIndexOf(".");
        const expected = createHmac("sha256", SECRET).update(token.slice(0, end)).digest();
        if (!timingSafeEqual(expected, Buffer.from(token.slice(end + 1), "base64url"))) throw new Error("signature");
        return JSON.parse(Buffer.from(token.slice(token.indexOf(".") + 1, end), "base64url").toString());
      },
    },
    { name: "livekit-server-sdk", run: () => official.verify(token) },
    { name: "fast-jwt", run: () => fast(token) },
    { name: "jose", run: () => jwtVerify(token, key, { algorithms: ["HS256"], issuer: KEY }) },
    { name: "jsonwebtoken", run: () => jsonwebtoken.verify(token, SECRET, { algorithms: ["HS256"], issuer: KEY }) },
  ];
}
