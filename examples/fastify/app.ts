import Fastify from "fastify";
import { AccessTokenError } from "livekit-claims";
import { parseTokenRequest, tokenResponse } from "livekit-claims/endpoint";
import { canAdminRoom } from "livekit-claims/permissions";
import { authorize, isRefusal } from "./livekit/authorize.ts";
import { guard } from "./livekit/guard.ts";
import { createLiveKit } from "./livekit/livekit.ts";
import { userOf } from "./livekit/session.ts";

const livekit = createLiveKit(process.env);
const app = Fastify();

// Without the parser of text/plain, which pages of any origin may post without a preflight.
app.removeAllContentTypeParsers();
// Text, so that parseTokenRequest parses it: Fastify's own parser refuses a member named __proto__ with another error.
app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => done(null, body));
// The bytes as they were received.
app.addContentTypeParser("application/webhook+json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

app.setErrorHandler((error, _request, reply) => {
  if (AccessTokenError.is(error) && error.code === "INVALID_REQUEST") {
    return reply.status(400).send({ code: error.code, issues: error.issues });
  }
  // Fastify's own errors, such as a media type without a parser, have a status.
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status >= 500) console.error(error);
  return reply.status(status).send({ error: status >= 500 ? "INTERNAL_ERROR" : "BAD_REQUEST" });
});

app.post("/token", async (request, reply) => {
  const decision = authorize(parseTokenRequest(request.body), userOf(request.headers.authorization));
  if (isRefusal(decision)) return reply.status(decision.status).send({ error: decision.error });
  const { serverUrl, token } = livekit;
  const body = await tokenResponse({ serverUrl, token }, decision);
  return reply.status(201).header("Cache-Control", "no-store").send(body);
});

app.post<{ Body: Buffer }>("/webhook", async (request, reply) => {
  const { status, body } = await livekit.webhooks.receive(request.body, request.headers.authorization);
  return reply.status(status).send(body);
});

app.post<{ Params: { room: string } }>("/rooms/:room/announcements", async (request, reply) => {
  const { room } = request.params;
  const guarded = await guard(livekit.verifier, request.headers.authorization, (claims) => canAdminRoom(claims, room));
  if ("error" in guarded) return reply.status(guarded.status).headers(guarded.headers).send({ error: guarded.error });
  return { announcedBy: guarded.claims.sub };
});

console.log(`ready on ${await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT ?? 3000) })}`);
