import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AccessToken, type Claims, hashBody, TokenVerifier, verifyBody } from "../../../src/index.js";
import { codeOf, failure, KEY, SECRET } from "../../support/tokens.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64");

describe("hashBody", () => {
  it.each([
    ["", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="],
    ["abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="],
  ])("of %j is the base64 of its SHA-256", async (text, expected) => {
    expect(await hashBody(text)).toBe(expected);
    expect(await hashBody(bytesOf(text))).toBe(expected);
  });

  it.each(["é", "e\u0301", "𝒳 \u{1f600}", "\ufeffbom", "\0", "line\r\nline", "x".repeat(1_000_000)])(
    "of a text is that of its UTF-8 bytes: %#",
    async (text) => {
      const expected = digestOf(Buffer.from(text, "utf8"));
      expect(await hashBody(text)).toBe(expected);
      expect(await hashBody(bytesOf(text))).toBe(expected);
    },
  );

  it("accepts bytes that are not UTF-8, a Buffer, and a view of part of a buffer", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(await hashBody(bytes)).toBe(digestOf(bytes));
    expect(await hashBody(Buffer.from(bytes))).toBe(digestOf(bytes));
    expect(await hashBody(bytes.subarray(5, 9))).toBe(digestOf(Uint8Array.of(5, 6, 7, 8)));
    expect(await hashBody(Buffer.from("  abc  ").subarray(2, 5))).toBe(await hashBody("abc"));
  });

  it("does not change the bytes", async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    await hashBody(bytes);
    expect([...bytes]).toEqual([1, 2, 3]);
  });
});

describe("verifyBody", () => {
  it.each(["{}", "", "café 𝒳", "\0\uffff"])("accepts the body that the claim is for: %j", async (body) => {
    const claims = { sha256: await hashBody(body) };
    await expect(verifyBody(claims, body)).resolves.toBeUndefined();
    await expect(verifyBody(claims, bytesOf(body))).resolves.toBeUndefined();
  });

  it.each([
    ["{}", "{} "],
    ["{}", ""],
    ["", " "],
    ["a\n", "a\r\n"],
    ["é", "e\u0301"],
    ["café", "cafe"],
    ["\ufeff{}", "{}"],
    ['{"a":1,"b":2}', '{"b":2,"a":1}'],
  ])("rejects, with the claim for %j, the body %j", async (claimed, body) => {
    const claims = { sha256: await hashBody(claimed) };
    expect(await codeOf(verifyBody(claims, body))).toBe("BODY_MISMATCH");
    expect(await codeOf(verifyBody(claims, bytesOf(body)))).toBe("BODY_MISMATCH");
  });

  const BODY = "any carnal pleas";
  const digest = createHash("sha256").update(BODY).digest();
  const base64 = digest.toString("base64");
  it.each([
    ["in base64url", digest.toString("base64url")],
    ["without padding", base64.replace("=", "")],
    ["with more padding", `${base64}=`],
    ["in hexadecimal digits", digest.toString("hex")],
    ["with a space before", ` ${base64}`],
    ["with a newline after", `${base64}\n`],
    ["in lower case", base64.toLowerCase()],
    ["with the last digit changed", base64.replace(/(.)=$/, (_, last) => `${last === "A" ? "E" : "A"}=`)],
    ["cut short", base64.slice(0, 20)],
    ["of SHA-512", createHash("sha512").update(BODY).digest("base64")],
    ["of SHA-1", createHash("sha1").update(BODY).digest("base64")],
    ["that is the body itself", BODY],
  ])("rejects a digest %s", async (_, sha256) => {
    await expect(verifyBody({ sha256: base64 }, BODY)).resolves.toBeUndefined();
    expect(await codeOf(verifyBody({ sha256 }, BODY))).toBe("BODY_MISMATCH");
  });

  it.each<[string, object]>([
    ["empty", { sha256: "" }],
    ["absent", {}],
    ["undefined", { sha256: undefined }],
  ])("rejects every body, even an empty one, when the claim is %s", async (_, claims) => {
    expect(await codeOf(verifyBody(claims as Claims, "{}"))).toBe("BODY_MISMATCH");
    expect(await codeOf(verifyBody(claims as Claims, ""))).toBe("BODY_MISMATCH");
    expect(await codeOf(verifyBody(claims as Claims, new Uint8Array()))).toBe("BODY_MISMATCH");
  });

  it("says that the claim is absent, and that claims and bodies cannot be read", async () => {
    const absent = "the token has no sha256 claim; use the token that was sent with the body";
    for (const sha256 of ["", undefined]) {
      expect((await failure(verifyBody({ sha256 } as Claims, ""))).message).toBe(absent);
    }
    const unreadable = "cannot be read: a getter or proxy threw an error; pass plain data";
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect((await failure(verifyBody(proxy as Claims, ""))).message).toBe(`the claims ${unreadable}`);
    expect((await failure(verifyBody({ sha256: "" }, proxy as never))).message).toBe(`the body ${unreadable}`);
  });

  it("accepts the claims of a verified token", async () => {
    const body = bytesOf('{"event":"café"}');
    const token = await AccessToken.withApiKey(KEY, SECRET)
      .withSha256(await hashBody(body))
      .toJwt();
    const claims = await TokenVerifier.withApiKey(KEY, SECRET).verify(token);
    await expect(verifyBody(claims, body)).resolves.toBeUndefined();
    expect(await codeOf(verifyBody(claims, '{"event":"cafe"}'))).toBe("BODY_MISMATCH");
  });
});
