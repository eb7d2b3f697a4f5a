import { describe, expect, it } from "vitest";
import { TokenVerifier } from "../../../src/index.js";
import { all, claimsOf, messages, verdicts } from "../../support/readers.js";
import { clock, codeOf, forge, KEY, payload, SECRET } from "../../support/tokens.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const good = forge(payload());
const [header = "", body = "", signature = ""] = good.split(".");
const withSignature = (text: string): string => `${header}.${body}.${text}`;

/** A token whose signature has characters that differ in plain base64. */
const slanted = Array.from({ length: 100 }, (_, index) => forge(payload({ jti: `${index}` }))).find((token) =>
  /-[^.]*_[^.]*$/.test(token),
) as string;

// generated/vectors has other forms and forgeries of a signature: see test/src/index.vectors.test.ts.

describe("a signature that is not the canonical base64url of 32 bytes", () => {
  it.each([`${good}\n`, `${good} `, ` ${good}`, `\ufeff${good}`, `${good.slice(0, -1)}\n`])(
    "is not checked when there is white space around the token, which every reader reports: %j",
    async (token) => {
      expect(await verdicts(token)).toEqual(all("MALFORMED_TOKEN"));
      expect(new Set(await messages(token))).toEqual(new Set(["the token has white space around it; trim it"]));
    },
  );

  it("is malformed in all spellings of the right bytes except one", async () => {
    const place = ALPHABET.indexOf(signature.slice(-1));
    const spellings = [0, 1, 2, 3].map((bits) => signature.slice(0, -1) + ALPHABET[place - (place % 4) + bits]);
    expect(new Set(spellings.map((text) => Buffer.from(text, "base64url").toString("hex"))).size).toBe(1);
    expect(spellings.indexOf(signature)).toBe(0);
    for (const text of spellings.slice(1))
      expect(await verdicts(withSignature(text))).toEqual(all("MALFORMED_TOKEN", "accepted"));
    expect(await verdicts(slanted)).toEqual(all("accepted"));
  });

  it("may end in any of the sixteen characters without spare bits", async () => {
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
  it("is invalid when any character changes", async () => {
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

it("verifies many tokens at the same time", async () => {
  const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });
  const names = Array.from({ length: 20 }, (_, index) => `name ${index}`);
  const claims = await Promise.all(names.map((name) => verifier.verify(forge(payload({ name })))));
  expect(claims.map(({ name }) => name)).toEqual(names);
  expect((await claimsOf(good)).sub).toBe("alice");
});
