import { describe, expect, it } from "vitest";
import { AccessToken, buildVideoGrants, Claims, type RoomConfiguration, TokenVerifier } from "../../../src/index.js";
import { codeOf, KEY, SECRET, SEED_TOKEN } from "../../support/tokens.js";

const verifier = TokenVerifier.withApiKey(KEY, SECRET);

describe("the tests of the Rust SDK", () => {
  it("verify our token with its own key and secret only", async () => {
    const roomConfig: RoomConfiguration = {
      name: "name",
      agents: [{ agentName: "test-agent", metadata: "test-metadata" }],
    };
    const token = await AccessToken.withApiKey(KEY, SECRET)
      .withTtl(60)
      .withIdentity("test")
      .withName("test")
      .withGrants(buildVideoGrants({}))
      .withRoomConfig(roomConfig)
      .toJwt();

    const claims = await verifier.verify(token);
    expect(claims).toMatchObject({ sub: "test", name: "test", iss: KEY });
    expect(claims.roomConfig).toEqual(roomConfig);

    expect(await codeOf(TokenVerifier.withApiKey("incorrect", SECRET).verify(token))).toBe("INVALID_ISSUER");
    expect(await codeOf(TokenVerifier.withApiKey(KEY, "incorrect").verify(token))).toBe("INVALID_SIGNATURE");
  });

  it("verify a token of the Python SDK with a room configuration", async () => {
    const claims = await verifier.verify(SEED_TOKEN);
    expect(claims).toMatchObject({
      sub: "identity",
      name: "name",
      iss: KEY,
    });
    expect(claims.roomConfig).toEqual({ agents: [{ agentName: "test-agent", metadata: "test-metadata" }] });
  });

  it("read claims without verifying, whatever the signature", async () => {
    expect(Claims.fromUnverified(SEED_TOKEN)).toMatchObject({
      sub: "identity",
      name: "name",
      iss: KEY,
      roomConfig: { agents: [{ agentName: "test-agent", metadata: "test-metadata" }] },
    });

    const token = await AccessToken.withApiKey(KEY, SECRET)
      .withTtl(60)
      .withIdentity("test")
      .withName("test")
      .withGrants({ roomJoin: true, room: "test-room" })
      .toJwt();
    expect(Claims.fromUnverified(token)).toMatchObject({
      sub: "test",
      name: "test",
      video: { room: "test-room", roomJoin: true },
    });

    const [header, payload] = token.split(".");
    expect(Claims.fromUnverified(`${header}.${payload}.wrongsignature`)).toMatchObject({ sub: "test", name: "test" });
  });
});
