import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildServer } from "./server-build.js";
import { freePorts, LOOPBACK, type Ports } from "./server-ports.js";
import { type Tethered, tether } from "./server-tether.js";

/**
 * The releases of livekit-server that run in the suite: one that is strict about roomConfig, and one that is
 * lenient.
 */
export const SERVERS = ["1.9.11", "1.13.5"] as const;

export type ServerVersion = (typeof SERVERS)[number];

export interface ServerOptions {
  /** The URLs that the server posts its events to. */
  readonly webhookUrls?: readonly string[];
}

/** A livekit-server on loopback, with its own API key. */
export interface LiveKitServer {
  readonly version: ServerVersion;
  readonly url: string;
  readonly wsUrl: string;
  readonly key: string;
  readonly secret: string;
  /** The log file. */
  readonly log: string;
  /** Asks whether a participant may join with the token. */
  validate(token: string): Promise<{ status: number; text: string }>;
  /**
   * Calls an API, as in `twirp("RoomService/CreateRoom", token, { name: "r" })`. Sends no token when it is
   * undefined.
   */
  twirp(method: string, token: string | undefined, body: object): Promise<{ status: number; json: TwirpAnswer }>;
  /** Stops the server and deletes its log, unless `keepLog` is true. */
  stop(options?: { keepLog?: boolean }): Promise<void>;
}

/** The requested message, or the code and text of an error. */
export type TwirpAnswer = Readonly<Record<string, unknown>> & { readonly code?: string; readonly msg?: string };

const START_TIMEOUT_MS = 30_000;

/**
 * Starts a server and waits until it answers. Builds it first when needed. It ends with this process at the latest.
 *
 * @throws MissingToolchain when it must be built and Go is not installed
 */
export async function startServer(version: ServerVersion, options: ServerOptions = {}): Promise<LiveKitServer> {
  const binary = await buildServer(version);
  const key = `API${randomBytes(6).toString("hex")}`;
  const secret = randomBytes(24).toString("base64url");
  const folder = await mkdtemp(join(tmpdir(), `livekit-server-${version}-`));
  const log = join(folder, "server.log");
  const config = join(folder, "config.json");

  // A free port may be taken before the server uses it. The server then ends, and is started with other ports.
  for (let attempt = 1; ; attempt++) {
    const ports = await freePorts();
    await writeFile(config, JSON.stringify(configuration(ports, { key, secret }, options)), { mode: 0o600 });
    const process = tether([binary, "--config", config, "--node-ip", LOOPBACK], { cwd: folder, log });
    const url = `http://${LOOPBACK}:${ports.tcp}`;
    if (await answers(url, process)) return connect({ version, url, key, secret, log, folder, process });
    await process.stop();
    const printed = await readFile(log, "utf8");
    if (attempt === 3 || !printed.includes("address already in use")) {
      throw new Error(`livekit-server ${version} does not start; its log:\n${printed}`);
    }
  }
}

/**
 * Returns the configuration as JSON, which is valid YAML. Only loopback is used, so ICE over TCP is off: it would
 * listen everywhere.
 */
function configuration(ports: Ports, { key, secret }: { key: string; secret: string }, options: ServerOptions): object {
  const webhook = { api_key: key, urls: options.webhookUrls };
  return {
    port: ports.tcp,
    bind_addresses: [LOOPBACK],
    keys: { [key]: secret },
    rtc: {
      tcp_port: 0,
      udp_port: ports.udp,
      use_external_ip: false,
      enable_loopback_candidate: true,
      ips: { includes: [`${LOOPBACK}/32`] },
    },
    logging: { level: "debug", json: true },
    ...(options.webhookUrls && { webhook }),
  };
}

/** Whether the server answers. It does not when it ends or takes too long. */
async function answers(url: string, process: Tethered): Promise<boolean> {
  let ended = false;
  void process.ended.then(() => {
    ended = true;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!ended && Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(25);
  }
  return false;
}

interface Running {
  readonly version: ServerVersion;
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  readonly log: string;
  readonly folder: string;
  readonly process: Tethered;
}

function connect({ folder, process, ...server }: Running): LiveKitServer {
  return {
    ...server,
    wsUrl: server.url.replace(/^http/, "ws"),
    async validate(token) {
      const answer = await fetch(`${server.url}/rtc/validate?access_token=${encodeURIComponent(token)}`);
      return { status: answer.status, text: await answer.text() };
    },
    async twirp(method, token, body) {
      const ask = () =>
        fetch(`${server.url}/twirp/livekit.${method}`, {
          method: "POST",
          headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
          body: JSON.stringify(body),
        });
      // A server without Redis drops the connection after some calls. A request that was sent over it goes out again.
      const answer = await ask().catch(ask);
      return { status: answer.status, json: (await answer.json()) as TwirpAnswer };
    },
    async stop({ keepLog = false } = {}) {
      await process.stop();
      if (!keepLog) await rm(folder, { recursive: true, force: true });
    },
  };
}
