import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { UsageError } from "./usage-error.js";

/** A page, and where to serve it. */
export interface PageService {
  readonly html: string;
  /** The content security policy, which is sent as a header too. */
  readonly policy: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Called with the address of the page when it can be opened. */
  readonly started: (url: string) => void;
}

/** Only this machine reaches it. */
const LOOPBACK = "127.0.0.1";

/**
 * Serves a page on this machine alone.
 *
 * @param ended resolves when to stop
 * @throws UsageError when the port cannot be used
 */
export async function servePage(service: PageService, ended: Promise<unknown>): Promise<void> {
  const { createServer } = await import("node:http");
  const server = createServer((request, response) => answer(request, response, service));
  await listen(server, service.port);
  service.started(`http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`);
  await ended;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function answer({ method, url }: IncomingMessage, response: ServerResponse, { html, policy }: PageService): void {
  if (url !== "/" || (method !== "GET" && method !== "HEAD")) {
    response.writeHead(url === "/" ? 405 : 404).end();
    return;
  }
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    // A frame could show the page as part of another, which a policy in the page itself cannot forbid.
    "content-security-policy": `${policy}; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  response.end(method === "HEAD" ? undefined : html);
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => {
      reject(new UsageError(`--port: ${port} cannot be used (${code}); leave --port out to use a free one`));
    });
    server.listen(port, LOOPBACK, resolve);
  });
}
