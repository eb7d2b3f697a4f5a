import { expect, it } from "vitest";
import { servePage } from "../../../../src/cli/terminal/serve-page.js";

const service = { html: "<p>a page", policy: "default-src 'none'", port: 0 };

/** Serves the page while `use` runs. */
async function whileServed(use: (url: string) => Promise<void>, port = 0): Promise<void> {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let used: Promise<void> | undefined;
  const started = (url: string): void => {
    used = use(url).finally(end);
  };
  await servePage({ ...service, port, started }, ended);
  await used;
}

it("serves the page on loopback, with the policy as a header", async () => {
  await whileServed(async (url) => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const answer = await fetch(url);
    expect(await answer.text()).toBe(service.html);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
  });
});

it.each([
  ["GET", "favicon.ico", 404],
  ["GET", "?text=token", 404],
  ["POST", "", 405],
])("answers %s /%s with %d", async (method, path, status) => {
  await whileServed(async (url) => {
    expect((await fetch(url + path, { method })).status).toBe(status);
  });
});

it("serves no longer when it is ended", async () => {
  let address = "";
  await whileServed(async (url) => {
    address = url;
  });
  await expect(fetch(address)).rejects.toThrow();
});

it("names the port that is in use", async () => {
  await whileServed(async (url) => {
    const port = Number(new URL(url).port);
    await expect(servePage({ ...service, port, started: () => {} }, Promise.resolve())).rejects.toThrow(
      `--port: ${port} cannot be used (EADDRINUSE)`,
    );
  });
});
