import { describe, expect, it } from "vitest";
import { Claims } from "../../src/index.js";
import { predict } from "../../src/targets.js";
import { forge } from "../support/tokens.js";
import { roomConfigCases } from "./server-cases.js";
import { joining, payloadFor, tokenFor } from "./server-claims.js";
import { everyMember } from "./server-members.js";
import { describeServers } from "./server-suite.js";

describeServers("our prediction", (server) => {
  const name = () => `livekit-server@${server().version}`;
  const accepts = async (token: string): Promise<boolean> => (await server().validate(token)).status === 200;

  it("is right for every member of the schemas", async () => {
    const members = everyMember();
    expect(members.length).toBeGreaterThan(400);
    const predictions = new Set<string>();
    for (const { path, claims } of members) {
      const token = await tokenFor(server(), joining(claims)).toJwt();
      const prediction = predict(name(), Claims.fromUnverified(token));
      predictions.add(prediction);
      expect([path, prediction !== "refuse"]).toEqual([path, await accepts(token)]);
    }
    expect(predictions).toContain("accept");
  });

  describe("is right for a room configuration", () => {
    // Claims that we do not read, and JSON text, cannot be predicted.
    const readable = roomConfigCases.filter(({ json, claims }) => json === undefined && isRead(claims));

    it.each(readable)("with $name", async ({ claims }) => {
      const token = forge(payloadFor(server(), joining(claims)), { secret: server().secret });
      const minted = await tokenFor(server(), { ...Claims.fromUnverified(token) }).toJwt();
      expect(predict(name(), Claims.fromUnverified(minted)) !== "refuse").toBe(await accepts(minted));
    });
  });
});

function isRead(claims: Readonly<Record<string, unknown>>): boolean {
  try {
    Claims.fromUnverified(forge(payloadFor({ key: "key", secret: "secret" }, joining(claims))));
    return true;
  } catch {
    return false;
  }
}
