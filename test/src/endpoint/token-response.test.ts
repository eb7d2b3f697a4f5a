import { expect, it } from "vitest";
import { checkTokenSourceResponse } from "../../../generated/validators.js";
import { type Authorization, tokenResponse } from "../../../src/endpoint.js";
import { AccessToken, Claims } from "../../../src/index.js";

const token = AccessToken.withApiKey("APIkey", "secret");

it("returns the body with the names of the .proto file", async () => {
  const body = await tokenResponse({ serverUrl: "ws://localhost:7880", token }, { identity: "alice", room: "stage" });
  expect(body.server_url).toBe("ws://localhost:7880");
  expect(Claims.fromUnverified(body.participant_token)).toMatchObject({ sub: "alice", video: { roomJoin: true } });
  expect(checkTokenSourceResponse({ serverUrl: body.server_url, participantToken: body.participant_token })).toBe(true);
});

it("rejects a template that is no AccessToken", async () => {
  const options = { serverUrl: "ws://localhost:7880", token: { toJwt: () => "x" } as never };
  await expect(tokenResponse(options, { identity: "alice", room: "stage" })).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
  });
});

it("has no option but its own", async () => {
  const options = { serverUrl: "ws://localhost:7880", token, ttl: 5 };
  await expect(tokenResponse(options, { identity: "alice", room: "stage" })).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
    message: expect.stringContaining("ttl"),
  });
  const inherited = Object.create({ serverUrl: "ws://localhost:7880", token });
  await expect(tokenResponse(inherited, { identity: "alice", room: "stage" })).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
  });
});

it.each<[unknown, string]>([
  [Promise.resolve({ identity: "alice", room: "stage" }), "got an instance of Promise"],
  [undefined, "got undefined"],
  [{ room: "stage" }, "a non-empty string as identity"],
  [{ identity: "alice", room: 5 }, "a non-empty string as room"],
])("names what is wrong with an authorization: %o", async (authorization, problem) => {
  const options = { serverUrl: "wss://example.livekit.cloud", token };
  await expect(tokenResponse(options, authorization as Authorization)).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
    message: expect.stringContaining(problem),
  });
});
