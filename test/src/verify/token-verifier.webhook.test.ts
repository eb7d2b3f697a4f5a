import { createHash } from "node:crypto";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { AccessTokenError, TokenVerifier } from "../../../src/index.js";
import { clock, codeOf, failure, forge, KEY, NOW, payload, SECRET } from "../../support/tokens.js";

const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });
const body = '{"event":"room_started","room":{"name":"café 𝒳"}}';
const bytes = new TextEncoder().encode(body);
const sha256 = createHash("sha256").update(bytes).digest("base64");
const webhook = forge(payload({ sha256 }));

describe("verifyWebhook", () => {
  it.each([
    ["the bare token", webhook],
    ["a Bearer prefix", `Bearer ${webhook}`],
    ["a bearer prefix", `bearer ${webhook}`],
    ["a prefix and more than one space", `BEARER   ${webhook}`],
  ])("returns with %s the claims and the event, for text and for bytes", async (_, authorization) => {
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    const elsewhere = runInNewContext("Uint8Array.from(bytes)", { bytes });
    const bodies = [body, bytes, Buffer.from(body), bytes.buffer, elsewhere, elsewhere.buffer, new Uint8Array(shared)];
    for (const received of bodies) {
      const { claims, event } = await verifier.verifyWebhook(received, authorization);
      expect(claims).toStrictEqual(await verifier.verify(webhook));
      expect(event).toEqual(JSON.parse(body));
    }
  });

  it("reads the bytes when it is called", async () => {
    const received = Uint8Array.from(bytes);
    const pending = verifier.verifyWebhook(received, webhook);
    received.fill(0);
    expect((await pending).event).toEqual(JSON.parse(body));
  });

  it.each([undefined, null, {}, JSON.parse(body), [], 5, new Map(), () => body, new Date()])(
    "asks for the raw body instead of a parsed or missing one: %j",
    async (parsed) => {
      const error = await failure(verifier.verifyWebhook(parsed as never, webhook));
      expect(error.code).toBe("INVALID_ARGUMENT");
      expect(error.message).toMatch(/^pass the raw body.*express\.raw\(/);
    },
  );

  it.each([
    "",
    "{}",
    "[]",
    "null",
    '"room_started"',
    "event",
    '{"event":null}',
    '{"event":5}',
    '{"__proto__":{"event":"x"}}',
  ])("rejects a body without an event: %j", async (other) => {
    const token = forge(payload({ sha256: createHash("sha256").update(other).digest("base64") }));
    const isJson = other !== "" && other !== "event";
    const problem = isJson
      ? "must be a string: the body is not a LiveKit event"
      : "cannot be read: the body is empty or not JSON";
    expect(await failure(verifier.verifyWebhook(other, token))).toMatchObject({
      code: "INVALID_CLAIMS",
      message: `the webhook is invalid: /event ${problem}`,
      issues: [{ pointer: "/event", keyword: "required" }],
    });
  });

  it("mentions in the error of another body that a body must not be parsed and serialized again", async () => {
    const error = await failure(verifier.verifyWebhook(JSON.stringify(JSON.parse(body), null, 2), webhook));
    expect(error.message).toMatch(/; pass the body as received, not parsed and written again$/);
  });

  it.each([
    ["another body", body.replace("room_started", "room_finished")],
    ["a space more", `${body} `],
    ["a newline after it", `${body}\n`],
    ["a character less", body.slice(0, -1)],
    ["the same JSON written otherwise", JSON.stringify(JSON.parse(body), null, 2)],
    ["nothing", ""],
  ])("rejects with BODY_MISMATCH %s for the body", async (_, tampered) => {
    expect(await codeOf(verifier.verifyWebhook(tampered, webhook))).toBe("BODY_MISMATCH");
    expect(await codeOf(verifier.verifyWebhook(new TextEncoder().encode(tampered), webhook))).toBe("BODY_MISMATCH");
  });

  it.each([
    ["no sha256", {}],
    ["an empty sha256", { sha256: "" }],
    ["the sha256 of another body", { sha256: createHash("sha256").update("{}").digest("base64") }],
  ])("rejects with BODY_MISMATCH %s in the token", async (_, more) => {
    expect(await codeOf(verifier.verifyWebhook(body, forge(payload(more))))).toBe("BODY_MISMATCH");
    expect(await codeOf(verifier.verifyWebhook("", forge(payload(more))))).toBe("BODY_MISMATCH");
  });

  it.each<[unknown, string]>([
    [undefined, "undefined"],
    [[webhook], "an array"],
    [new Headers({ authorization: webhook }), "an instance of Headers"],
    [Promise.resolve(webhook), "an instance of Promise"],
  ])("names what was passed in place of the header: %o", async (authorization, got) => {
    const message = `pass the webhook's Authorization header, a string; got ${got}`;
    await expect(verifier.verifyWebhook(body, authorization as string)).rejects.toThrow(
      new AccessTokenError("MALFORMED_TOKEN", message),
    );
  });

  it.each([undefined, null, "", "Bearer", "Bearer ", "Basic YTpi", `Basic ${webhook}`, 5, [webhook], `${webhook}, x`])(
    "rejects the header %j with MALFORMED_TOKEN",
    async (authorization) => {
      expect(await codeOf(verifier.verifyWebhook(body, authorization as string))).toBe("MALFORMED_TOKEN");
    },
  );

  it("removes one prefix, and verify none", async () => {
    expect(await codeOf(verifier.verifyWebhook(body, `Bearer Bearer ${webhook}`))).toBe("MALFORMED_TOKEN");
    expect(await codeOf(verifier.verify(`Bearer ${webhook}`))).toBe("MALFORMED_TOKEN");
  });

  it.each([
    ["INVALID_SIGNATURE", forge(payload({ sha256 }), { secret: "another" })],
    ["INVALID_ISSUER", forge(payload({ sha256, iss: "another" }))],
    ["INVALID_CLAIMS", forge(payload({ sha256: 5 }))],
    ["EXPIRED", forge(payload({ sha256, exp: NOW - 60 }))],
    ["NOT_YET_VALID", forge(payload({ sha256, nbf: NOW + 61 }))],
    ["UNSUPPORTED_ALGORITHM", forge(payload({ sha256 }), { header: { alg: "none" } })],
  ])("rejects with %s as verify does, before it checks the body", async (code, token) => {
    expect(await codeOf(verifier.verifyWebhook(body, token))).toBe(code);
    expect(await codeOf(verifier.verifyWebhook("another body", token))).toBe(code);
  });
});
