import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";

const options = { hostname: "127.0.0.1", port: Number(process.env.PORT ?? 3000) };
serve({ ...options, fetch: createApp(process.env).fetch }, ({ port }) => {
  console.log(`ready on http://127.0.0.1:${port}`);
});
