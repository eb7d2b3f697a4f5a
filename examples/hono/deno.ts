import { createApp } from "./app.ts";

/** The part of Deno's API that is used here. */
declare const Deno: {
  readonly env: { get(name: string): string | undefined };
  serve(
    options: { hostname: string; port: number; onListen: (address: { port: number }) => void },
    handler: (request: Request) => Response | Promise<Response>,
  ): unknown;
};

const NAMES = ["LIVEKIT_URL", "LIVEKIT_API_KEY", "LIVEKIT_API_SECRET", "APP_ORIGIN"];
const app = createApp(Object.fromEntries(NAMES.map((name) => [name, Deno.env.get(name)])));

Deno.serve(
  {
    hostname: "127.0.0.1",
    port: Number(Deno.env.get("PORT") ?? 3000),
    onListen: ({ port }) => console.log(`ready on http://127.0.0.1:${port}`),
  },
  (request) => app.fetch(request),
);
