import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { TokenVerifier } from "../../../src/index.js";
import { all, claimsOf, messages, verdicts } from "../../support/readers.js";
import { base64url, clock, codeOf, forge, KEY, payload, SECRET, signRaw } from "../../support/tokens.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const good = forge(payload());
const [header = "", body = "", signature = ""] = good.split(".");
const withSignature = (text: string): string => `${header}.${body}.${text}`;

/** A token whose signature has a character that plain base64 writes differently. */
const slanted = Array.from({ length: 100 }, (_, index) => forge(payload({ jti: `${index}` }))).find((token) =>
  /-[^.]*_[^.]*$/.test(token),
) as string;

describe("a signature that is not the canonical base64url of 32 bytes", () => {
  it.each([
    ["none", ""],
    ["the one of the seed's own test", "wrongsignature"],
    ["one character less", signature.slice(0, -1)],
    ["one character more", `${signature}A`],
    ["31 bytes", base64url(new Uint8Array(31))],
    ["33 bytes", base64url(new Uint8Array(33))],
    ["64 bytes", base64url(new Uint8Array(64))],
    ["the good one twice", signature + signature],
    ["padding", `${signature}=`],
    ["a newline within", `${signature.slice(0, 20)}\n${signature.slice(20)}`],
    ["hexadecimal digits", Buffer.from(signature, "base64url").toString("hex")],
    ["a character of no alphabet", `${signature.slice(0, 10)}!${signature.slice(11)}`],
    ["a character that is not ASCII", `${signature.slice(0, 10)}é${signature.slice(11)}`],
    ["plain base64", slanted.replace(/[^.]*$/, (text) => text.replaceAll("-", "+").replaceAll("_", "/"))],
  ])("is malformed, and of no interest to fromUnverified: %s", async (_, text) => {
    const token = text.includes(".") ? text : withSignature(text);
    expect(await verdicts(token)).toEqual(all("MALFORMED_TOKEN", "accepted"));
  });

  it.each([`${good}\n`, `${good} `, ` ${good}`, `\ufeff${good}`, `${good.slice(0, -1)}\n`])(
    "is not looked at where white space is around the token, which every reader says: %j",
    async (token) => {
      expect(await verdicts(token)).toEqual(all("MALFORMED_TOKEN"));
      expect(new Set(await messages(token))).toEqual(new Set(["the token has white space around it; trim it"]));
    },
  );

  it("is malformed in every spelling of the right bytes but one", async () => {
    const place = ALPHABET.indexOf(signature.slice(-1));
    const spellings = [0, 1, 2, 3].map((bits) => signature.slice(0, -1) + ALPHABET[place - (place % 4) + bits]);
    expect(new Set(spellings.map((text) => Buffer.from(text, "base64url").toString("hex"))).size).toBe(1);
    expect(spellings.indexOf(signature)).toBe(0);
    for (const text of spellings.slice(1))
      expect(await verdicts(withSignature(text))).toEqual(all("MALFORMED_TOKEN", "accepted"));
    expect(await verdicts(slanted)).toEqual(all("accepted"));
  });

  it("may end in any of the sixteen characters that leave the spare bits at zero", async () => {
    const ends = new Set<string>();
    for (let index = 0; ends.size < 16; index++) {
      const token = forge(payload({ jti: `${index}` }));
      if (ends.has(token.slice(-1))) continue;
      ends.add(token.slice(-1));
      expect(await verdicts(token)).toEqual(all("accepted"));
    }
    expect([...ends].sort().join("")).toBe("048AEIMQUYcgkosw");
  });
});

describe("a signature that is not the HMAC of header and payload", () => {
  const flipped = ALPHABET[ALPHABET.indexOf(signature[0] ?? "") ^ 1] as string;
  it.each([
    ["another secret", forge(payload(), { secret: "another secret" })],
    ["the API key as the secret", forge(payload(), { secret: KEY })],
    ["a secret in other case", forge(payload(), { secret: SECRET.toUpperCase() })],
    ["a secret with a newline after it", forge(payload(), { secret: `${SECRET}\n` })],
    ["a secret cut short", forge(payload(), { secret: SECRET.slice(0, -1) })],
    ["the secret in base64", forge(payload(), { secret: Buffer.from(SECRET).toString("base64") })],
    ["zeros", withSignature(base64url(new Uint8Array(32)))],
    ["one bit changed at the start", withSignature(flipped + signature.slice(1))],
    ["another payload", `${header}.${base64url(JSON.stringify(payload({ sub: "bob" })))}.${signature}`],
    ["another header", `${base64url('{"alg":"HS256" }')}.${body}.${signature}`],
    ["the HMAC of the payload alone", withSignature(signRaw(body).split(".")[1] ?? "")],
    ["no HMAC but a plain hash", withSignature(createHash("sha256").update(`${header}.${body}`).digest("base64url"))],
  ])("is invalid, and of no interest to fromUnverified: %s", async (_, token) => {
    expect(await verdicts(token)).toEqual(all("INVALID_SIGNATURE", "accepted"));
  });

  it("is invalid wherever a character of it changes", async () => {
    for (let index = 0; index < signature.length - 1; index++) {
      const other = ALPHABET[(ALPHABET.indexOf(signature[index] ?? "") + 1) % 64];
      const changed = withSignature(signature.slice(0, index) + other + signature.slice(index + 1));
      expect(await verdicts(changed)).toEqual(all("INVALID_SIGNATURE", "accepted"));
    }
  });
});

describe("the secret", () => {
  it.each(["s", "pässwörd 𝒳", "in ner spaces", "x".repeat(64), "x".repeat(65), "x".repeat(1000)])(
    "%j signs with its UTF-8 bytes",
    async (secret) => {
      const verifier = TokenVerifier.withApiKey(KEY, secret, { clock });
      expect((await verifier.verify(forge(payload(), { secret }))).sub).toBe("alice");
      expect(await codeOf(verifier.verify(forge(payload(), { secret: `${secret}!` })))).toBe("INVALID_SIGNATURE");
    },
  );
});

it("a good token verifies again and again, also while others are verified", async () => {
  const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });
  const names = Array.from({ length: 20 }, (_, index) => `name ${index}`);
  const claims = await Promise.all(names.map((name) => verifier.verify(forge(payload({ name })))));
  expect(claims.map(({ name }) => name)).toEqual(names);
  expect((await claimsOf(good)).sub).toBe("alice");
});
