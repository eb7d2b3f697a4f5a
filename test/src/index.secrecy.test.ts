import { Console } from "node:console";
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as jws from "#jws";
import { parseTokenRequest } from "../../src/endpoint.js";
import { AccessToken, type AccessTokenErrorCode, TokenVerifier, verifyBody } from "../../src/index.js";
import * as web from "../../src/jws/web.js";
import { claimsSchema } from "../../src/schemas.js";
import { clock, failure, forge, NOW, payload as supportPayload } from "../support/tokens.js";

const KEY = "APIkeyThatShowsUp";
const SECRET = "s3cr3tThatMustNotShowUp";
const OTHER = "other53cretThatMustNotShowUp";

const token = AccessToken.withApiKey(KEY, SECRET).withIdentity("alice").withMetadata("m").withTtl("1h");
const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });
const verifiers = {
  withApiKey: verifier,
  withKeys: TokenVerifier.withKeys({ [KEY]: [SECRET, OTHER], other: OTHER }),
  "withKeys, a function": TokenVerifier.withKeys(() => SECRET),
};

const payload = (more: Record<string, unknown> = {}) => supportPayload({ iss: KEY, ...more });
const forged = (more: Record<string, unknown> = {}, options = {}): string =>
  forge(payload(more), { secret: SECRET, ...options });

function expectNoSecret(text: string): void {
  for (const secret of [
    SECRET,
    OTHER,
    KEY,
    Buffer.from(SECRET).toString("hex"),
    Buffer.from(SECRET).toString("base64"),
  ])
    expect(text).not.toContain(secret);
}

function fail(message: string): never {
  throw new Error(message);
}

/** Returns every text form of a value that is available without a debugger. */
function shown(value: object): string {
  let printed = "";
  const sink = new Writable({
    write(chunk, _, done) {
      printed += chunk;
      done();
    },
  });
  const everything = { depth: null, showHidden: true, getters: true, showProxy: true, maxStringLength: null } as const;
  new Console({ stdout: sink, inspectOptions: everything }).log(value);
  new Console({ stdout: sink }).log("%s %o %O %j", value, value, value, value);
  const names = [...Reflect.ownKeys(value), ...Reflect.ownKeys(Object.getPrototypeOf(value))];
  return [
    printed,
    inspect(value, everything),
    inspect({ nested: [value] }, everything),
    JSON.stringify(value),
    JSON.stringify({ ...value }),
    JSON.stringify(Object.entries(value)),
    names.map(String).join(),
    String(value),
  ].join("\n");
}

describe("key and secret are not visible in", () => {
  it.each(
    Object.entries({
      AccessToken: token,
      "AccessToken.allowSensitiveCredentials": token.allowSensitiveCredentials(),
      ...verifiers,
    }),
  )("in the log, in JSON or among the members of %s", async (_, value) => {
    expectNoSecret(shown(value));
    if (value instanceof AccessToken) await value.toJwt();
    else await value.verify(forged({ exp: NOW + 10 ** 9, nbf: 0 }));
    expectNoSecret(shown(value));
    expect(Reflect.ownKeys(value)).toEqual([]);
  });
});

describe("key and secret are not visible in an error:", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });

  /** Provokes each code. The type requires an entry for every code. */
  const provoke: Record<AccessTokenErrorCode, (() => unknown)[]> = {
    INVALID_ARGUMENT: [
      () => claimsSchema["~standard"].jsonSchema.input({ target: SECRET }),
      () => token.withClaims(Object.defineProperty({}, "sub", { get: () => fail(SECRET), enumerable: true })).toJwt(),
    ],
    INVALID_KEYS: [
      () => AccessToken.withApiKey("", SECRET),
      () => AccessToken.withApiKey(KEY, [SECRET] as unknown as string),
      () => TokenVerifier.withApiKey(5 as unknown as string, SECRET),
      () => TokenVerifier.withKeys({ [KEY]: [SECRET, ""] }),
      () => TokenVerifier.withKeys({ [KEY]: { secret: SECRET } as unknown as string }),
      () => TokenVerifier.withKeys(() => [SECRET, ""]).verify(forged()),
    ],
    INVALID_ENV: [
      () => {
        vi.stubEnv("LIVEKIT_API_KEY", undefined);
        vi.stubEnv("LIVEKIT_API_SECRET", SECRET);
        return AccessToken.fromEnv();
      },
      () => {
        vi.stubEnv("LIVEKIT_API_KEY", KEY);
        vi.stubEnv("LIVEKIT_API_SECRET", undefined);
        return TokenVerifier.fromEnv();
      },
    ],
    INVALID_CLAIMS: [
      () => token.withClaims({ iss: "x" }).toJwt(),
      () => token.withTtl(-1).toJwt(),
      () => token.withGrants({ room: 5 } as object).toJwt(),
      () => verifier.verify(forged({ sub: 5 })),
      () => verifiers.withKeys.verify(forged({ iss: 5 })),
    ],
    SENSITIVE_CREDENTIALS: [
      () => token.withRoomConfig({ egress: { tracks: { s3: { secret: SECRET } } } }).toJwt(),
      () => token.withRoomConfig({ egress: { room: { stream: { urls: [`rtmp://host/${OTHER}`] } } } }).toJwt(),
    ],
    UNSUPPORTED_BY_TARGET: [
      () => {
        const issue = { path: ["sub"], pointer: "/sub", keyword: "target", message: "is not known" };
        return token.toJwt({ target: { name: "t", check: () => [issue] } });
      },
    ],
    MALFORMED_TOKEN: [
      () => verifier.verify(SECRET),
      () => verifier.verify(`Bearer ${forged()}`),
      () => verifier.verify(forge(`{"a": "${SECRET}"`, { secret: SECRET })),
      () => verifier.verify(forge(payload(), { header: `{"${SECRET}`, secret: SECRET })),
    ],
    UNSUPPORTED_ALGORITHM: [
      () => verifier.verify(forged({}, { header: { alg: "none" } })),
      () => verifier.verify(forged({}, { header: { alg: SECRET } })),
    ],
    INVALID_REQUEST: [() => parseTokenRequest(SECRET), () => parseTokenRequest({ roomName: { [SECRET]: SECRET } })],
    INVALID_SIGNATURE: [
      () => verifier.verify(forged({}, { secret: "wrong" })),
      () => verifiers.withKeys.verify(forged({}, { secret: "wrong" })),
    ],
    INVALID_ISSUER: [
      () => verifier.verify(forged({ iss: "x" })),
      () => verifiers.withKeys.verify(forged({ iss: "constructor" })),
      () => TokenVerifier.withKeys(() => undefined).verify(forged()),
    ],
    INVALID_AUDIENCE: [() => verifier.verify(forged({ aud: SECRET }))],
    EXPIRED: [() => verifier.verify(forged({ exp: NOW - 60 }))],
    NOT_YET_VALID: [() => verifier.verify(forged({ nbf: NOW + 61 }))],
    BODY_MISMATCH: [
      () => verifyBody({ sha256: "" }, SECRET),
      () => verifyBody({ sha256: SECRET }, "body"),
      () => verifier.verifyWebhook(SECRET, forged({ sha256: "x" })),
    ],
    // Node always has an HMAC.
    UNSUPPORTED_RUNTIME:
      jws.missing === web.missing
        ? [
            () => {
              vi.stubGlobal("crypto", undefined);
              return AccessToken.withApiKey(KEY, SECRET);
            },
          ]
        : [],
  };

  const attempts = Object.entries(provoke).flatMap(([code, list]) =>
    list.map((attempt, index) => [code, index + 1, attempt] as const),
  );
  it.each(attempts)("%s (%i)", async (code, _, attempt) => {
    const error = await failure(attempt);
    expect(error.code).toBe(code);
    expect(error.cause).toBeUndefined();
    expectNoSecret([error.message, error.stack, JSON.stringify(error.issues), shown(error)].join("\n"));
  });
});
