import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";

export const LOOPBACK = "127.0.0.1";

export interface Ports {
  readonly tcp: number;
  readonly udp: number;
}

/** Returns ports of the loopback interface that were free just now. */
export async function freePorts(): Promise<Ports> {
  return { tcp: await freeTcpPort(), udp: await freeUdpPort() };
}

async function freeTcpPort(): Promise<number> {
  const server = createServer().listen(0, LOOPBACK);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the socket has no port");
  await once(server.close(), "close");
  return address.port;
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket("udp4");
  socket.bind(0, LOOPBACK);
  await once(socket, "listening");
  const { port } = socket.address();
  await once(socket.close(), "close");
  return port;
}
