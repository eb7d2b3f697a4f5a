import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as web from "../../../src/jws/web.js";
import { base64url, forge, payload, SECRET } from "../../support/tokens.js";

const parts = (token: string): [signingInput: string, signature: string] => {
  const end = token.lastIndexOf(".");
  return [token.slice(0, end), token.slice(end + 1)];
};

describe("a key of WebCrypto", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is imported once, at its first use, and cannot be exported", async () => {
    const importKey = vi.spyOn(crypto.subtle, "importKey");
    const key = web.key(SECRET);
    expect(importKey).not.toHaveBeenCalled();
    const token = await web.sign(key, "{}");
    expect(await web.verify(key, ...parts(token))).toBe(true);
    expect(importKey).toHaveBeenCalledOnce();
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const bytes = new TextEncoder().encode(SECRET);
    expect(importKey).toHaveBeenCalledWith("raw", bytes, algorithm, false, ["sign", "verify"]);
  });

  it("may be made from bytes", async () => {
    const key = web.key(new TextEncoder().encode(SECRET));
    expect(await web.verify(key, ...parts(forge(payload())))).toBe(true);
  });

  it("signs the header that all tokens have, and the payload", async () => {
    const [signingInput, signature] = parts(await web.sign(web.key(SECRET), '{"a":"ä"}'));
    expect(signingInput).toBe(`${base64url('{"typ":"JWT","alg":"HS256"}')}.${base64url('{"a":"ä"}')}`);
    expect(signature).toBe(createHmac("sha256", SECRET).update(signingInput).digest("base64url"));
  });
});

describe("verify on WebCrypto", () => {
  const key = web.key(SECRET);
  const [signingInput, signature] = parts(forge(payload()));

  it("returns false for a wrong signature, for one in another spelling and for one of another algorithm", async () => {
    const [, other] = parts(forge(payload({ name: "b" })));
    const hs512 = createHmac("sha512", SECRET).update(signingInput).digest("base64url");
    expect(await web.verify(key, signingInput, signature)).toBe(true);
    for (const wrong of [other, hs512, `${signature}=`, "", signature.slice(1)]) {
      expect(await web.verify(key, signingInput, wrong)).toBe(false);
    }
  });

  it("throws when the key cannot be imported", async () => {
    vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new Error("no such key"));
    await expect(web.verify(web.key("other"), signingInput, signature)).rejects.toThrow("no such key");
    vi.restoreAllMocks();
  });
});

describe("what is not about keys on WebCrypto", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is missing where WebCrypto is", () => {
    expect(web.missing()).toBeUndefined();
    const message = "WebCrypto is not available: browsers provide it over HTTPS only";
    for (const crypto of [undefined, {}]) {
      vi.stubGlobal("crypto", crypto);
      expect(web.missing()).toBe(message);
    }
  });

  it("is the digest of text and bytes in base64", async () => {
    const digest = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    expect(await web.digest("")).toBe(digest);
    expect(await web.digest(new Uint8Array())).toBe(digest);
    expect(await web.digest("ä")).toBe(await web.digest(new Uint8Array([0xc3, 0xa4])));
  });

  it("is the text of bytes, with a byte order mark, or none for what is no UTF-8", () => {
    expect(web.text(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe("\ufeffa");
    expect(web.text(new Uint8Array([0xff]))).toBeUndefined();
  });
});
