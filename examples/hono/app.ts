import { Hono } from "hono";
import { tokenEndpoint } from "livekit-claims/endpoint";
import { canAdminRoom } from "livekit-claims/permissions";
import { authorize, isRefusal } from "./livekit/authorize.ts";
import { guard } from "./livekit/guard.ts";
import { createLiveKit } from "./livekit/livekit.ts";
import { userOf } from "./livekit/session.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Returns the app for an environment. The four entries beside this file differ only in where it comes from. */
export function createApp(env: Env): Hono {
  const livekit = createLiveKit(env);
  const app = new Hono();

  const endpoint = tokenEndpoint({
    serverUrl: livekit.serverUrl,
    token: livekit.token,
    authorize(asked, request) {
      const decision = authorize(asked, userOf(request.headers.get("authorization")));
      if (!isRefusal(decision)) return decision;
      return Response.json({ error: decision.error }, { status: decision.status });
    },
    // The origin of the pages that may ask for tokens, when it is not that of this server.
    ...(env.APP_ORIGIN && { cors: { origins: [env.APP_ORIGIN] } }),
  });
  // All methods: the endpoint answers preflights, and refuses the others with 405.
  app.all("/token", (context) => endpoint(context.req.raw));

  app.post("/webhook", async (context) => {
    const { req } = context;
    const { status, body } = await livekit.webhooks.receive(await req.arrayBuffer(), req.header("authorization"));
    return context.json(body, status);
  });

  app.post("/rooms/:room/announcements", async (context) => {
    const room = context.req.param("room");
    const guarded = await guard(livekit.verifier, context.req.header("authorization"), (claims) =>
      canAdminRoom(claims, room),
    );
    if ("error" in guarded) return context.json({ error: guarded.error }, guarded.status, guarded.headers);
    return context.json({ announcedBy: guarded.claims.sub });
  });
  return app;
}
