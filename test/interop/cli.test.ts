import { beforeAll, describe, expect, it } from "vitest";
import type { Examination } from "../../src/report/examination.js";
import { installProgram, type Program } from "../support/cli-program.js";
import { command } from "../support/run-cli.js";
import { forge } from "../support/tokens.js";
import type { LiveKitServer } from "./server.js";
import { claimCases, roomConfigCases, type ServerCase } from "./server-cases.js";
import { joining, payloadFor, tokenFor } from "./server-claims.js";
import { describeServers } from "./server-suite.js";

describeServers("livekit-claims inspect", (server) => {
  const name = () => `livekit-server@${server().version}`;

  async function inspect(token: string): Promise<Examination> {
    const argv = ["inspect", "--json", "--target", name()];
    const { stdout } = await command(argv, { stdin: token, env: keysOf(server()), clock: Date.now });
    return JSON.parse(stdout) as Examination;
  }

  describe("names a reason when the server refuses a token", () => {
    it.each([...roomConfigCases, ...claimCases, ...numbers])("with $name", async (each) => {
      const token = tokenOf(server(), each);
      const refused = (await server().validate(token)).status !== 200;
      const examination = await inspect(token);
      if (refused) expect(reasonsOf(examination)).not.toEqual([]);
      else expect(examination.servers?.map(({ prediction }) => prediction) ?? []).not.toContain("refuse");
    });
  });

  it("reports a right signature when the server accepts the token", async () => {
    const token = await tokenFor(server(), joining()).toJwt();
    expect((await server().validate(token)).status).toBe(200);
    expect((await inspect(token)).signature.verdict).toBe("right");
  });

  it("reports a wrong signature when the server refuses the token", async () => {
    const token = await tokenFor({ ...server(), secret: "another" }, joining()).toJwt();
    expect((await server().validate(token)).status).toBe(401);
    expect((await inspect(token)).signature.verdict).toBe("wrong");
  });
});

describeServers("the program livekit-claims", (server) => {
  let program: Program;
  beforeAll(async () => {
    program = await installProgram();
  });

  it("predicts whether the server refuses a token with tags, with the reason", async () => {
    const token = await tokenFor(server(), joining({ roomConfig: { tags: { a: "b" } } })).toJwt();
    const { status, text } = await server().validate(token);
    const { stdout } = await program.sh(`livekit-claims inspect ${token}`, { env: keysOf(server()) });
    expect(stdout).toMatch(/^Refused by livekit-server@1\.8\.2 to 1\.10\.1 for \/roomConfig\/tags\./);

    const argv = `inspect --target livekit-server@${server().version} ${token}`;
    const targeted = await program.sh(`livekit-claims ${argv}`, { env: keysOf(server()) });
    if (status === 200) {
      expect(targeted.code).toBe(0);
      expect(targeted.stdout).toContain("accepts it");
    } else {
      expect({ status, text }).toEqual({ status: 401, text: expect.stringMatching(/^invalid token/) });
      expect(targeted.code).toBe(1);
      expect(targeted.stdout).toContain("refuses it with 401");
      expect(targeted.stdout).toContain("/roomConfig/tags requires protocol 1.45.2 or newer");
    }
  });
});

/** Values of enums by number. A server may not know the member, or not the value. */
const numbers: readonly Pick<ServerCase, "name" | "claims" | "json">[] = [
  { name: "a young value by number", claims: { roomConfig: { egress: { participant: { preset: 8 } } } } },
  { name: "a young member by number", claims: { roomConfig: { agents: [{ restartPolicy: 1 }] } } },
];

function keysOf({ key, secret }: LiveKitServer): Record<string, string> {
  return { LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret };
}

function tokenOf(server: LiveKitServer, { claims, json }: Pick<ServerCase, "claims" | "json">): string {
  const text = JSON.stringify(payloadFor(server, joining(json === undefined ? claims : {})));
  return forge(json === undefined ? text : `${text.slice(0, -1)},${json}}`, { secret: server.secret });
}

/** Returns everything in the output of inspect that would make a server refuse the token. */
function reasonsOf({ findings, servers, times }: Examination): string[] {
  return [
    ...findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
    ...(servers ?? []).filter(({ prediction }) => prediction === "refuse").flatMap(({ because }) => because),
    ...times.filter(({ words }) => words.includes("refuse")).map(({ words }) => words),
  ];
}
