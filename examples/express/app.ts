import express from "express";
import { AccessTokenError } from "livekit-claims";
import { parseTokenRequest, tokenResponse } from "livekit-claims/endpoint";
import { canAdminRoom } from "livekit-claims/permissions";
import { authorize, isRefusal } from "./livekit/authorize.ts";
import { guard } from "./livekit/guard.ts";
import { createLiveKit } from "./livekit/livekit.ts";
import { userOf } from "./livekit/session.ts";

const livekit = createLiveKit(process.env);
const app = express();

app.post("/token", express.json(), async (request, response) => {
  // The parser leaves the body undefined when the Content-Type is another one.
  if (request.body === undefined) {
    response.status(415).json({ error: "send the Content-Type application/json" });
    return;
  }
  const decision = authorize(parseTokenRequest(request.body), userOf(request.get("authorization")));
  if (isRefusal(decision)) {
    response.status(decision.status).json({ error: decision.error });
    return;
  }
  const { serverUrl, token } = livekit;
  const body = await tokenResponse({ serverUrl, token }, decision);
  response.status(201).set("Cache-Control", "no-store").json(body);
});

// The bytes as they were received: no other parser may come before.
app.post("/webhook", express.raw({ type: "application/webhook+json" }), async (request, response) => {
  const { status, body } = await livekit.webhooks.receive(request.body, request.get("authorization"));
  response.status(status).json(body);
});

app.post("/rooms/:room/announcements", async (request, response) => {
  const { room } = request.params;
  const guarded = await guard(livekit.verifier, request.get("authorization"), (claims) => canAdminRoom(claims, room));
  if ("error" in guarded) {
    response.status(guarded.status).set(guarded.headers).json({ error: guarded.error });
    return;
  }
  response.json({ announcedBy: guarded.claims.sub });
});

const onError: express.ErrorRequestHandler = (error, _request, response, _next) => {
  if (AccessTokenError.is(error) && error.code === "INVALID_REQUEST") {
    response.status(400).json({ code: error.code, issues: error.issues });
    return;
  }
  // The parser's errors, such as JSON that is none, have a status.
  const status = error?.status >= 400 && error?.status < 500 ? error.status : 500;
  if (status === 500) console.error(error);
  response.status(status).json({ error: status === 500 ? "INTERNAL_ERROR" : "BAD_REQUEST" });
};
app.use(onError);

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready on http://127.0.0.1:${typeof address === "object" ? address?.port : address}`);
});
