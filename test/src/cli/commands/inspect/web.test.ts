import { expect, it } from "vitest";
import type { PageService } from "../../../../../src/cli/terminal/serve-page.js";
import { fromFragment } from "../../../../../src/report/permalink.js";
import { command, type World } from "../../../../support/run-cli.js";
import { forge, payload } from "../../../../support/tokens.js";

const POLICY = "default-src 'none'";
const PAGE = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
const world: World = { packageFiles: { "dist/inspector.html": PAGE } };

it("serves the page of the package with its own policy, on a free port, and prints where", async () => {
  const services: PageService[] = [];
  const outcome = await command(["inspect", "--web"], { ...world, served: (service) => services.push(service) });
  expect(services).toMatchObject([{ html: PAGE, policy: POLICY, port: 0 }]);
  expect(outcome).toMatchObject({ code: 0, stdout: "http://127.0.0.1:7880/\n" });
});

it.each([["as an argument"], ["from standard input"]])("puts a token %s into the fragment alone", async (how) => {
  const token = forge(payload({}));
  const given = how === "as an argument" ? [token] : ["-"];
  const { stdout } = await command(["inspect", "--web", ...given], { ...world, stdin: `${token}\n` });
  const url = new URL(stdout);
  expect(url.pathname + url.search).toBe("/");
  expect(fromFragment(url.hash)).toEqual({ text: token, now: "" });
});

it("takes a port", async () => {
  let port: number | undefined;
  await command(["inspect", "--web", "--port", "8123"], { ...world, served: (service) => (port = service.port) });
  expect(port).toBe(8123);
});

it.each([
  [["--web", "--port", "65536"], "--port: must be a number"],
  [["--web", "--port", "x"], "--port: must be a number"],
  [["--port", "1"], "--port: needs --web"],
  [["--web", "--json"], "--json: does nothing with --web"],
  [["--web", "--now", "2026-01-01T00:00:00Z"], "--now: does nothing with --web"],
  [["--web", "--api-secret", "s"], "--api-secret: does nothing with --web"],
])("refuses %j", async (argv, words) => {
  const { code, stderr } = await command(["inspect", ...argv], world);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
