import { generateKeyPairSync, type KeyObject } from "node:crypto";
import * as fc from "fast-check";
import { errors, jwtVerify, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { AccessToken, buildClaims, TokenVerifier } from "../../../src/index.js";
import type { Jws } from "../../../src/jws/jws.js";
import * as node from "../../../src/jws/node.js";
import * as reactNative from "../../../src/jws/react-native.js";
import * as web from "../../../src/jws/web.js";
import { validClaims } from "../../support/arbitrary-claims.js";
import { anyCharacter } from "../../support/arbitrary-text.js";
import {
  base64url,
  clock,
  codeOf,
  failure,
  forge,
  KEY,
  NOW,
  payload,
  payloadOf,
  SECRET,
} from "../../support/tokens.js";

/** The implementation of #jws on each runtime. That of React Native only reads. */
const RUNTIMES: readonly Jws[] = [node, web, reactNative];

const bytes = (secret: string): Uint8Array => new TextEncoder().encode(secret);
const options = { currentDate: new Date(NOW * 1000), issuer: KEY, algorithms: ["HS256"], typ: "JWT" };

let madeRsaKey: KeyObject | undefined;
/** Returns the one RSA key of these tests, which takes long to make. */
const rsaKey = (): KeyObject => {
  madeRsaKey ??= generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  return madeRsaKey;
};

describe("jose and this library are compatible", () => {
  it("jose verifies tokens of AccessToken, with the same claims", async () => {
    const draft = AccessToken.withApiKey(KEY, SECRET).allowSensitiveCredentials();
    await fc.assert(
      fc.asyncProperty(validClaims, fc.boolean(), async ({ iss, exp, nbf, ...init }, compact) => {
        const jwt = await draft.withClaims(init).withTtl(60).toJwt({ clock, compact });
        const result = await jwtVerify(jwt, bytes(SECRET), options);
        expect(result.protectedHeader).toEqual({ typ: "JWT", alg: "HS256" });
        expect(buildClaims(result.payload as never)).toEqual(
          buildClaims({ ...init, iss: KEY, nbf: NOW, exp: NOW + 60 }),
        );
        await expect(jwtVerify(jwt, bytes("wrong"), options)).rejects.toThrow(errors.JWSSignatureVerificationFailed);
      }),
    );
  });

  it("TokenVerifier verifies tokens of jose, with the same claims", async () => {
    const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });
    await fc.assert(
      fc.asyncProperty(validClaims, async (init) => {
        const claims = { ...init, iss: KEY, nbf: NOW, exp: NOW + 60 };
        const sign = (secret: string) =>
          new SignJWT({ ...claims }).setProtectedHeader({ alg: "HS256", kid: "k" }).sign(bytes(secret));
        expect(await verifier.verify(await sign(SECRET))).toEqual(buildClaims(claims));
        expect(await codeOf(verifier.verify(await sign("wrong")))).toBe("INVALID_SIGNATURE");
      }),
    );
  });

  it.each([
    ["HS384", () => bytes(SECRET.repeat(4))],
    ["HS512", () => bytes(SECRET.repeat(4))],
    ["RS256", rsaKey],
    ["PS256", rsaKey],
    ["ES256", () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey],
    ["EdDSA", () => generateKeyPairSync("ed25519").privateKey],
  ] as const)("TokenVerifier rejects %s of jose, and names the algorithm", async (alg, makeKey) => {
    const jwt = await new SignJWT(payload()).setProtectedHeader({ alg }).sign(makeKey());
    const error = await failure(TokenVerifier.withApiKey(KEY, SECRET.repeat(4), { clock }).verify(jwt));
    expect(error.code).toBe("UNSUPPORTED_ALGORITHM");
    expect(error.message).toContain(alg);
  });

  it.each([
    ["in time", {}, undefined, undefined],
    ["expired", { exp: NOW - 60 }, "EXPIRED", "ERR_JWT_EXPIRED"],
    ["not valid yet", { nbf: NOW + 61 }, "NOT_YET_VALID", "ERR_JWT_CLAIM_VALIDATION_FAILED"],
    ["a second before the leeway ends", { exp: NOW - 59, nbf: NOW + 60 }, undefined, undefined],
    ["without iss", { iss: undefined }, "INVALID_CLAIMS", "ERR_JWT_CLAIM_VALIDATION_FAILED"],
    ["of another issuer", { iss: "other" }, "INVALID_ISSUER", "ERR_JWT_CLAIM_VALIDATION_FAILED"],
    ["with an exp that is no number", { exp: "soon" }, "INVALID_CLAIMS", "ERR_JWT_CLAIM_VALIDATION_FAILED"],
  ] as const)("both judge a token %s alike", async (_, more, ours, theirs) => {
    const jwt = forge(payload(more));
    const verify = () => TokenVerifier.withApiKey(KEY, SECRET, { clock }).verify(jwt);
    const verifyByJose = () => jwtVerify(jwt, bytes(SECRET), { ...options, clockTolerance: 60 });
    if (ours === undefined) {
      expect((await verifyByJose()).payload).toEqual(payloadOf(jwt));
      expect(await verify()).toMatchObject(payloadOf(jwt));
    } else {
      await expect(verifyByJose()).rejects.toMatchObject({ code: theirs });
      expect(await codeOf(verify)).toBe(ours);
    }
  });
});

describe("node:crypto and WebCrypto return the same", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: anyCharacter, minLength: 60 }),
  );
  const secret = fc.oneof(fc.string({ minLength: 1 }), fc.string({ minLength: 1, unit: anyCharacter, maxLength: 200 }));

  it("tokens, and verify only each other's", async () => {
    await fc.assert(
      fc.asyncProperty(text, secret, fc.nat(255), async (content, key, at) => {
        const [nodeKey, webKey] = [node.key(key), web.key(key)];
        const jwt = await web.sign(webKey, content);
        expect(await node.sign(nodeKey, content)).toBe(jwt);

        const signingInput = jwt.slice(0, jwt.lastIndexOf("."));
        const signature = jwt.slice(signingInput.length + 1);
        const flipped = Buffer.from(signature, "base64url").map(
          (byte, index) => byte ^ (index === at >> 3 ? 1 << (at & 7) : 0),
        );
        const spare = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        const sameBytes = signature.slice(0, -1) + spare[spare.indexOf(signature.slice(-1)) + 1];
        expect(Buffer.from(sameBytes, "base64url")).toEqual(Buffer.from(signature, "base64url"));
        for (const [input, candidate, verdict] of [
          [signingInput, signature, true],
          [signingInput, base64url(flipped), false],
          [signingInput, sameBytes, false],
          [signingInput, `${signature}=`, false],
          [signingInput, `${signature}\n`, false],
          [signingInput, signature.slice(0, -1), false],
          [signingInput, "", false],
          [`${signingInput}A`, signature, false],
        ] as const) {
          expect(await node.verify(nodeKey, input, candidate)).toBe(verdict);
          expect(await web.verify(webKey, input, candidate)).toBe(verdict);
        }
        expect(await node.verify(node.key(`${key}x`), signingInput, signature)).toBe(false);
        expect(await web.verify(web.key(`${key}x`), signingInput, signature)).toBe(false);
      }),
    );
  });

  it("digests of text, of bytes and of a part of a buffer", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.uint8Array()), async (body) => {
        const digest = await node.digest(body);
        expect(await web.digest(body)).toBe(digest);
        const encoded = typeof body === "string" ? bytes(body) : body;
        const part = new Uint8Array([1, ...encoded, 2]).subarray(1, -1);
        expect([await node.digest(part), await web.digest(part)]).toEqual([digest, digest]);
      }),
    );
    expect(await web.digest("abc")).toBe("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  });

  const segments = fc.oneof(
    fc.uint8Array().map(base64url),
    fc.stringMatching(/^[A-Za-z0-9_-]{0,7}$/),
    fc.stringMatching(/^[A-Za-z0-9_+/= \n.-]{0,7}$/),
    fc.string({ unit: anyCharacter, maxLength: 8 }),
  );

  it("bytes for canonical base64url, and none for other text", () => {
    fc.assert(
      fc.property(segments, (segment) => {
        const expected = base64url(Buffer.from(segment, "base64url")) === segment;
        for (const { decode } of RUNTIMES) {
          const decoded = decode(segment);
          expect(decoded && base64url(decoded)).toBe(expected ? segment : undefined);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["AA==", "AA=", "AB", "A", "AAA+", "AA A", "AAAA\n", " AAAA", "AAB", "é", "AA/A"])(
    "result for %j: no bytes",
    (segment) => {
      expect(RUNTIMES.map(({ decode }) => decode(segment))).toEqual([undefined, undefined, undefined]);
    },
  );

  it("text for UTF-8, and none for other bytes", () => {
    const read = (jws: Jws, part: Uint8Array) => jws.text(jws.decode(base64url(part)) ?? new Uint8Array());
    const awkward = [
      [0xef, 0xbb, 0xbf, 0x7b],
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x82],
    ];
    const parts = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      text.map(bytes),
      fc.constantFrom(...awkward).map((part) => Uint8Array.from(part)),
    );
    fc.assert(
      fc.property(parts, (part) => {
        const found = read(node, part);
        expect([read(web, part), read(reactNative, part)]).toEqual([found, found]);
        if (found !== undefined) expect(bytes(found)).toEqual(part);
      }),
      { numRuns: 1000 },
    );
    for (const runtime of RUNTIMES) {
      expect(read(runtime, Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b))).toBe("\ufeff{");
      expect(read(runtime, Uint8Array.of(0xed, 0xa0, 0x80))).toBeUndefined();
    }
  });
});
