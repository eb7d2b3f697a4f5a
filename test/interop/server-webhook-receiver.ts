import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { LOOPBACK } from "./server-ports.js";

/** A webhook as it was received. */
export interface Delivery {
  readonly body: Buffer;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
}

/** Receives the posts of a server without checking them. */
export interface WebhookReceiver {
  readonly url: string;
  /** Resolves with the first delivery of a room's event. */
  delivery(event: string, room: string): Promise<Delivery>;
  stop(): Promise<void>;
}

const TIMEOUT_MS = 10_000;

export async function startReceiver(): Promise<WebhookReceiver> {
  const deliveries: Delivery[] = [];
  const server = createServer(async (request, response) => {
    const { authorization, "content-type": contentType } = request.headers;
    deliveries.push({ body: await bodyOf(request), authorization, contentType });
    response.end();
  }).listen(0, LOOPBACK);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the receiver has no port");
  return {
    url: `http://${LOOPBACK}:${address.port}/webhook`,
    async delivery(event, room) {
      const deadline = Date.now() + TIMEOUT_MS;
      while (Date.now() < deadline) {
        const found = deliveries.find(({ body }) => {
          const posted = JSON.parse(body.toString()) as { event: string; room?: { name: string } };
          return posted.event === event && posted.room?.name === room;
        });
        if (found) return found;
        await sleep(25);
      }
      throw new Error(`no ${event} of the room ${room} was delivered, but ${deliveries.length} other events`);
    },
    async stop() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
