import { cp, mkdtemp, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject, it } from "vitest";
import { bundleFor } from "../../scripts/runtimes/bundle.js";
import { openPage } from "../../scripts/runtimes/drivers/chromium.js";
import { installTool } from "../../scripts/runtimes/install.js";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";
import { AccessToken } from "../../src/index.js";
import { type LiveKitServer, startServer } from "../interop/server.js";
import { freePorts, LOOPBACK } from "../interop/server-ports.js";
import { type Delivery, startReceiver } from "../interop/server-webhook-receiver.js";
import { APPS } from "./apps.js";

/** WebRTC within this machine, which has no other address for it. */
const FLAGS = ["--allow-loopback-in-peer-connection", "--disable-features=WebRtcHideLocalIpsWithMdns"];

it("a browser joins a real server with a token of the example, which receives the server's webhooks", async ({
  skip,
}) => {
  await skipIfUnavailable(skip, async () => {
    // Known before they are served: the server must know the example, and the example the page.
    const [examplePort, pagePort] = [(await freePorts()).tcp, (await freePorts()).tcp];
    const example = `http://${LOOPBACK}:${examplePort}`;
    // Receives the same webhooks, so that they can be tampered with and replayed.
    const receiver = await startReceiver();
    const webhookUrls = [`${example}/webhook`, receiver.url];
    const server = await startServer("1.13.5", { webhookUrls });
    try {
      const env = {
        PORT: String(examplePort),
        APP_ORIGIN: `http://${LOOPBACK}:${pagePort}`,
        LIVEKIT_URL: server.wsUrl,
        LIVEKIT_API_KEY: server.key,
        LIVEKIT_API_SECRET: server.secret,
      };
      await APPS["hono on Node"]?.(inject("work"), env, async (url, output) => {
        const asked = { endpoint: `${url}/token`, authorization: "Bearer session-of-bob", agentName: "helper" };
        const answer = await joinInBrowser(asked, pagePort, [url, server.url, server.wsUrl]);
        const joined = { room: "stage", identity: "bob", state: "connected", canPublish: true, published: true };
        expect(answer).toEqual(joined);
        expect(await agentsOf(server)).toEqual(["helper"]);

        for (const event of ["room_started", "participant_joined"]) {
          const delivery = await receiver.delivery(event, "stage");
          const { id } = JSON.parse(delivery.body.toString()) as { id: string };
          await expect.poll(output, { timeout: 10_000 }).toContain(`webhook ${event} ${id}`);

          const another = Buffer.from(delivery.body.toString().replace("stage", "other"));
          expect(await post(url, { ...delivery, body: another })).toEqual([401, { error: "BODY_MISMATCH" }]);
          expect(await post(url, delivery)).toEqual([200, { handled: false }]);
        }
      });
    } finally {
      await server.stop();
      await receiver.stop();
    }
  });
});

async function joinInBrowser(asked: object, port: number, connects: readonly string[]): Promise<unknown> {
  const folder = await mkdtemp(join(inject("work"), "page-"));
  await cp(fileURLToPath(new URL("page", import.meta.url)), folder, { recursive: true });
  await symlink(join(await installTool("livekit-client"), "node_modules"), join(folder, "node_modules"));
  const bundle = await bundleFor("browser", join(folder, "join.js"));
  const { answer } = await openPage(`globalThis.example = ${JSON.stringify(asked)};\n${bundle}`, {
    port,
    flags: FLAGS,
    contentSecurityPolicy: `default-src 'none'; script-src 'self'; connect-src ${connects.join(" ")}`,
  });
  return JSON.parse(answer);
}

async function agentsOf(server: LiveKitServer): Promise<unknown> {
  const admin = AccessToken.withApiKey(server.key, server.secret).withGrants({ roomAdmin: true, room: "stage" });
  const { json } = await server.twirp("AgentDispatchService/ListDispatch", await admin.toJwt(), { room: "stage" });
  return (json.agent_dispatches as { agent_name: string }[] | undefined)?.map(({ agent_name }) => agent_name);
}

async function post(url: string, { body, authorization = "", contentType = "" }: Delivery): Promise<unknown> {
  const headers = { authorization, "content-type": contentType };
  const answer = await fetch(`${url}/webhook`, { method: "POST", body: new Uint8Array(body), headers });
  return [answer.status, await answer.json()];
}
