import { createApp } from "./app.ts";

/** The part of Bun's API that is used here. */
declare const Bun: {
  serve(options: { hostname: string; port: number; fetch: (request: Request) => Response | Promise<Response> }): {
    readonly port: number;
  };
};

const { port } = Bun.serve({
  hostname: "127.0.0.1",
  port: Number(process.env.PORT ?? 3000),
  fetch: createApp(process.env).fetch,
});
console.log(`ready on http://127.0.0.1:${port}`);
