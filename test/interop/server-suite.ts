import type { JoinResponse } from "@livekit/protocol";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { type LiveKitServer, SERVERS, type ServerOptions, startServer } from "./server.js";
import { GO } from "./server-build.js";
import { Participation } from "./server-signal.js";
import { MissingToolchain, toolchainVersions } from "./toolchain.js";

const missing = await missingToolchain();
if (missing !== undefined) {
  if (process.env.CI) throw missing;
  console.warn(`SKIPPED, nothing is known about livekit-server: ${missing.message}`);
}

/** Defines a suite that runs with each server. The server is running during the tests. */
export function describeServers(
  title: string,
  suite: (server: () => LiveKitServer) => void,
  options: ServerOptions = {},
): void {
  describe.skipIf(missing !== undefined).each([...SERVERS])(`${title}, livekit-server %s`, (version) => {
    let server: LiveKitServer | undefined;
    let failed = false;
    beforeAll(async () => {
      server = await startServer(version, options);
    });
    afterEach(({ task }) => {
      failed ||= task.result?.state === "fail";
    });
    afterAll(async () => {
      await server?.stop({ keepLog: failed });
      if (server && failed) console.error(`livekit-server ${version} logged to ${server.log}`);
    });
    suite(() => {
      if (!server) throw new Error(`livekit-server ${version} is not running`);
      return server;
    });
  });
}

/** Joins with a token. */
export type Join = (token: string) => Promise<{ participation: Participation; response: JoinResponse }>;

/** Like describeServers. Participants that join in a test leave at its end. */
export function describeJoining(title: string, suite: (server: () => LiveKitServer, join: Join) => void): void {
  describeServers(title, (server) => {
    const present: Participation[] = [];
    afterEach(async () => {
      for (const participation of present.splice(0)) await participation.leave();
    });
    suite(server, async (token) => {
      const participation = await Participation.join(server(), token);
      present.push(participation);
      return { participation, response: await participation.response() };
    });
  });
}

async function missingToolchain(): Promise<MissingToolchain | undefined> {
  try {
    await toolchainVersions([GO]);
    return undefined;
  } catch (error) {
    if (error instanceof MissingToolchain) return error;
    throw error;
  }
}
