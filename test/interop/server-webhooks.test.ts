import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { hashBody, TokenVerifier, verifyBody } from "../../src/index.js";
import { codeOf } from "../support/tokens.js";
import { joining, tokenFor } from "./server-claims.js";
import { Participation } from "./server-signal.js";
import { describeServers } from "./server-suite.js";
import { type Delivery, startReceiver } from "./server-webhook-receiver.js";

const receiver = await startReceiver();
afterAll(() => receiver.stop());

describeServers(
  "webhooks",
  (server) => {
    const verifier = (): TokenVerifier => TokenVerifier.withApiKey(server().key, server().secret);

    async function createdAndDeleted(): Promise<{ started: Delivery; finished: Delivery; room: string }> {
      const room = randomUUID();
      const token = await tokenFor(server(), { video: { roomCreate: true } }).toJwt();
      await server().twirp("RoomService/CreateRoom", token, { name: room, metadata: "Åsa 🎥" });
      const started = await receiver.delivery("room_started", room);
      await server().twirp("RoomService/DeleteRoom", token, { room });
      return { started, finished: await receiver.delivery("room_finished", room), room };
    }

    it("of creating and deleting a room verify with their bodies", async () => {
      const { started, finished } = await createdAndDeleted();
      for (const { body, authorization, contentType } of [started, finished]) {
        expect(contentType).toBe("application/webhook+json");
        const { claims, event } = await verifier().verifyWebhook(body, authorization);
        expect(event).toEqual(JSON.parse(body.toString()));
        expect(claims).toMatchObject({ iss: server().key, sha256: await hashBody(body) });
        expect(await verifier().verifyWebhook(body.toString(), `Bearer ${authorization}`)).toEqual({ claims, event });
        await verifyBody(claims, body);
      }
    });

    it("of a participant verify", async () => {
      const room = randomUUID();
      const participation = await Participation.join(server(), await tokenFor(server(), joining({}, room)).toJwt());
      await participation.response();
      await participation.leave();
      const { body, authorization } = await receiver.delivery("room_started", room);
      expect((await verifier().verifyWebhook(body, authorization)).claims.iss).toBe(server().key);
    });

    describe("are refused", () => {
      it("with another body", async () => {
        const { started, finished } = await createdAndDeleted();
        const tampered = Buffer.from(started.body);
        tampered[tampered.length - 1] = 0x20;
        for (const body of [tampered, `${started.body} `, finished.body, ""]) {
          expect(await codeOf(verifier().verifyWebhook(body, started.authorization))).toBe("BODY_MISMATCH");
        }
        const reserialised = JSON.stringify(JSON.parse(started.body.toString()), null, 1);
        expect(await codeOf(verifier().verifyWebhook(reserialised, started.authorization))).toBe("BODY_MISMATCH");
      });

      it("with another secret or key, after expiry, and without a token", async () => {
        const { body, authorization } = (await createdAndDeleted()).started;
        const { key, secret } = server();
        const late = { clock: () => Date.now() + 24 * 60 * 60_000 };
        for (const [code, other] of [
          ["INVALID_SIGNATURE", TokenVerifier.withApiKey(key, "another")],
          ["INVALID_ISSUER", TokenVerifier.withApiKey("another", secret)],
          ["EXPIRED", TokenVerifier.withApiKey(key, secret, late)],
        ] as const) {
          expect(await codeOf(other.verifyWebhook(body, authorization))).toBe(code);
        }
        expect(await codeOf(verifier().verifyWebhook(body, undefined))).toBe("MALFORMED_TOKEN");
      });
    });
  },
  { webhookUrls: [receiver.url] },
);
