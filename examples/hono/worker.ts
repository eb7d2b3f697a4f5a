import type { Hono } from "hono";
import { createApp } from "./app.ts";

/**
 * The app of each environment, which Workers receive with a request. One isolate has one environment, so that the ids
 * of webhooks are kept between requests; other isolates keep their own (see livekit/webhooks.ts).
 */
const apps = new WeakMap<object, Hono>();

export default {
  fetch(request: Request, env: Readonly<Record<string, string | undefined>>): Response | Promise<Response> {
    const app = apps.get(env) ?? createApp(env);
    apps.set(env, app);
    return app.fetch(request);
  },
};
