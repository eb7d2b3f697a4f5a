import type * as Jose from "jose";
import type { CryptoKey } from "jose";
import type * as Ours from "../../src/index.js";
import type { Contender } from "./measure.js";
import { GRANTS, KEY, OURS, ROOM_CONFIG, SECRET } from "./workload.js";

/** The contender that the others are compared with. */
export const JOSE = "jose";

/** The contenders that compute only the HMAC: by WebCrypto and by node:crypto. */
export const SUBTLE = "crypto.subtle's HMAC";
export const CREATE_HMAC = "createHmac";

export interface Benchmark {
  readonly title: string;
  readonly contenders: readonly Contender[];
}

/**
 * Returns the benchmarks for runtimes other than Node: jose on WebCrypto, livekit-claims, and the HMAC that both
 * need. All contenders mint or verify the same payload. jose gets the key imported, and checks the signature, `alg`, `iss`,
 * `exp` and `nbf`; it returns the payload as parsed. The code imports no module of Node, so that workers and pages can run it.
 */
export async function webCryptoBenchmarks(ours: typeof Ours, jose: typeof Jose): Promise<Benchmark[]> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(SECRET), algorithm, false, [
    "sign",
    "verify",
  ]);
  const template = ours.AccessToken.withApiKey(KEY, SECRET).withName("Alice").withGrants(GRANTS);
  const verifier = ours.TokenVerifier.withApiKey(KEY, SECRET);
  const token = await template.withIdentity("alice").toJwt();
  const configured = await template.withIdentity("alice").withRoomConfig(ROOM_CONFIG).toJwt();

  const minters = mintersOf(ours, jose, key, token);
  const verifiers = (of: string) => [
    { name: JOSE, run: () => jose.jwtVerify(of, key, { algorithms: ["HS256"], issuer: KEY }) },
    ...hmacs(key, of, "verify"),
    { name: OURS, run: () => verifier.verify(of) },
  ];
  const chain = () =>
    ours.AccessToken.withApiKey(KEY, SECRET).withIdentity("alice").withName("Alice").withGrants(GRANTS).toJwt();
  return [
    {
      title: "mint by a template",
      contenders: [...minters, { name: OURS, run: () => template.withIdentity("alice").toJwt() }],
    },
    { title: "mint by the whole chain", contenders: [...minters, { name: OURS, run: chain }] },
    { title: "verify", contenders: verifiers(token) },
    { title: "verify with a roomConfig", contenders: verifiers(configured) },
  ];
}

function mintersOf(ours: typeof Ours, jose: typeof Jose, key: CryptoKey, token: string): Contender[] {
  const claims: Record<string, unknown> = { ...ours.Claims.fromUnverified(token) };
  const { exp: _exp, nbf: _nbf, iat: _iat, ...timeless } = claims;
  const now = () => Math.floor(Date.now() / 1000);
  const sign = () =>
    new jose.SignJWT({ exp: now() + 21_600, nbf: now(), ...timeless })
      .setProtectedHeader({ typ: "JWT", alg: "HS256" })
      .sign(key);
  return [{ name: JOSE, run: sign }, ...hmacs(key, token, "sign")];
}

/** Returns contenders that compute only the HMAC, over the signed part of a token. The key is imported and the bytes are decoded in advance. */
function hmacs(key: CryptoKey, token: string, operation: "sign" | "verify"): Contender[] {
  const end = token.lastIndexOf(".");
  const text = token.slice(0, end);
  const input = new TextEncoder().encode(text);
  const encoded = token
    .slice(end + 1)
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  const signature = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  const subtle = {
    sign: () => crypto.subtle.sign("HMAC", key, input),
    verify: () => crypto.subtle.verify("HMAC", key, signature, input),
  };
  const node = globalThis.process?.getBuiltinModule?.("node:crypto");
  return [
    { name: SUBTLE, run: subtle[operation] },
    ...(node
      ? [{ name: CREATE_HMAC, run: () => node.createHmac("sha256", SECRET).update(text).digest("base64url") }]
      : []),
  ];
}
