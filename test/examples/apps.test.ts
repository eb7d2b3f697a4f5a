import { expect, inject, it } from "vitest";
import { skipIfUnavailable } from "../../scripts/runtimes/unavailable.js";
import { AccessToken, Claims, hashBody } from "../../src/index.js";
import { APPS } from "./apps.js";

const KEY = "APIexamples";
const SECRET = "secret-of-the-examples-32-characters";
const ENV = { LIVEKIT_URL: "ws://127.0.0.1:7880", LIVEKIT_API_KEY: KEY, LIVEKIT_API_SECRET: SECRET };
const [ALICE, BOB] = ["Bearer session-of-alice", "Bearer session-of-bob"];

it.for(Object.entries(APPS))("%s issues tokens, receives webhooks and guards its API", async ([, start], { skip }) => {
  await skipIfUnavailable(skip, () =>
    start(inject("work"), ENV, async (url) => {
      await checkEndpoint(url);
      await checkWebhooks(url);
      await checkGuard(url);
    }),
  );
});

async function checkEndpoint(url: string): Promise<void> {
  const ask = (body: unknown, authorization = BOB): Promise<Response> =>
    post(`${url}/token`, JSON.stringify(body), { authorization, "content-type": "application/json" });

  const answer = await ask({ participant_identity: "root", room_config: { agents: [{ agent_name: "helper" }] } });
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([201, "no-store"]);
  const { server_url, participant_token } = (await answer.json()) as Record<string, string>;
  expect(server_url).toBe(ENV.LIVEKIT_URL);
  const claims = Claims.fromUnverified(participant_token ?? "");
  expect(claims).toMatchObject({
    iss: KEY,
    sub: "bob",
    name: "Bob",
    roomConfig: { agents: [{ agentName: "helper" }] },
  });
  expect(claims.video).toMatchObject({ roomJoin: true, room: "stage", roomAdmin: false });

  expect(await statusOf(ask({}, ""))).toBe(401);
  expect(await statusOf(ask({ room_name: "backstage" }))).toBe(403);
  expect(await statusOf(ask({ room_config: { agents: [{ agent_name: "recorder" }] } }))).toBe(403);
  const invalid = await ask({ room_name: 7 });
  expect(invalid.status).toBe(400);
  expect(await invalid.json()).toMatchObject({ code: "INVALID_REQUEST", issues: [{ path: ["roomName"] }] });
  expect(await statusOf(post(`${url}/token`, "{", { authorization: BOB, "content-type": "application/json" }))).toBe(
    400,
  );
  expect(await statusOf(post(`${url}/token`, "{}", { authorization: BOB, "content-type": "text/plain" }))).toBe(415);
}

async function checkWebhooks(url: string): Promise<void> {
  const send = async (body: string, { signed = body, secret = SECRET } = {}): Promise<unknown> => {
    const authorization = await AccessToken.withApiKey(KEY, secret)
      .withSha256(await hashBody(signed))
      .toJwt();
    const headers = { authorization, "content-type": "application/webhook+json" };
    const answer = await post(`${url}/webhook`, body, headers);
    return [answer.status, await answer.json()];
  };
  const event = (id: string, ageSeconds = 0): string =>
    JSON.stringify({ event: "room_started", id, createdAt: String(Math.floor(Date.now() / 1000) - ageSeconds) });

  const first = event("EV_1");
  expect(await send(first)).toEqual([200, { handled: true }]);
  // Posted again, as the server does when it saw no answer, and as somebody does who replays it.
  expect(await send(first)).toEqual([200, { handled: false }]);
  expect(await send(event("EV_2"), { signed: first })).toEqual([401, { error: "BODY_MISMATCH" }]);
  expect(await send(event("EV_2"), { secret: "another secret" })).toEqual([401, { error: "INVALID_SIGNATURE" }]);
  expect(await send(event("EV_3", 3600))).toEqual([400, { error: "STALE_EVENT" }]);
  expect(await send(event("EV_4", -3600))).toEqual([400, { error: "STALE_EVENT" }]);
  expect(await send('{"event":"room_started"}')).toEqual([400, { error: "STALE_EVENT" }]);
  // What was refused is not remembered.
  expect(await send(event("EV_2"))).toEqual([200, { handled: true }]);
}

async function checkGuard(url: string): Promise<void> {
  const tokenOf = async (authorization: string): Promise<string> => {
    const answer = await post(`${url}/token`, "{}", { authorization, "content-type": "application/json" });
    return ((await answer.json()) as { participant_token: string }).participant_token;
  };
  const announce = (room: string, authorization?: string): Promise<Response> =>
    post(`${url}/rooms/${room}/announcements`, null, authorization === undefined ? {} : { authorization });

  const moderator = `Bearer ${await tokenOf(ALICE)}`;
  const allowed = await announce("stage", moderator);
  expect([allowed.status, await allowed.json()]).toEqual([200, { announcedBy: "alice" }]);
  for (const authorization of [undefined, ALICE, `${moderator}x`]) {
    const refused = await announce("stage", authorization);
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, 'Bearer error="invalid_token"']);
  }
  const speaker = await announce("stage", `Bearer ${await tokenOf(BOB)}`);
  expect([speaker.status, await speaker.json()]).toEqual([403, { error: "FORBIDDEN" }]);
  expect(speaker.headers.get("www-authenticate")).toBe('Bearer error="insufficient_scope"');
  expect(await statusOf(announce("backstage", moderator))).toBe(403);
}

function post(url: string, body: string | null, headers: Record<string, string>): Promise<Response> {
  return fetch(url, { method: "POST", body, headers });
}

async function statusOf(answer: Promise<Response>): Promise<number> {
  return (await answer).status;
}
