import { describe, expect, it } from "vitest";
import { command, json, KEYS } from "../../../support/run-cli.js";
import { forge, KEY, NOW, payload, SECRET } from "../../../support/tokens.js";

const token = forge(payload({ video: { roomJoin: true, room: "stage" } }));

describe("livekit-claims verify", () => {
  it("prints the claims with every default filled in", async () => {
    expect(await json(["verify", token])).toMatchObject({
      sub: "alice",
      name: "",
      video: { room: "stage", hidden: false },
    });
  });

  it("does not print secrets of a room configuration", async () => {
    const roomConfig = { egress: { tracks: { filepath: "f", s3: { bucket: "b", secret: "hunter2" } } } };
    const { code, stdout } = await command(["verify"], { stdin: forge(payload({ roomConfig })) });
    expect(code).toBe(0);
    expect(stdout).not.toContain("hunter2");
    expect(stdout).toContain('"bucket": "b"');
  });

  it.each<[string, string[], string]>([
    ["standard input", [], `\n ${token}\r\n`],
    ["standard input named as -", ["-"], token],
    ["the command line, pasted with white space", [` ${token}\n`], ""],
  ])("reads the token from %s", async (_, argv, stdin) => {
    expect((await command(["verify", ...argv], { stdin })).code).toBe(0);
  });

  it("does not wait for input from a terminal", async () => {
    const { code, stderr } = await command(["verify"], { isTerminal: true });
    expect(code).toBe(2);
    expect(stderr).toContain("the token is missing");
  });

  it.each<[string, string]>([
    ["", "the token is empty"],
    [`Bearer ${token}`, 'the token starts with "Bearer "'],
    [`"${token}"`, "the token is in double quotes"],
    [`{"token":"${token}"}`, "the token is in the member token of JSON"],
    [`${token}\n${forge(payload())}`, "the text holds 2 tokens"],
    [JSON.stringify(payload()), "the text is the JSON of claims"],
    ["[object Promise]", "the text is a promise"],
  ])("stays strict about %j, and says what is there with the fix", async (stdin, words) => {
    const outcome = await command(["verify"], { stdin });
    expect(outcome).toMatchObject({ code: 1, stdout: "" });
    expect(outcome.stderr).toMatch(/^MALFORMED_TOKEN: .+\n {2}\S.+\n$/);
    expect(outcome.stderr).toContain(words);
  });

  it.each<[string, string]>([
    ["EXPIRED", forge(payload({ exp: NOW - 60 }))],
    ["INVALID_SIGNATURE", forge(payload(), { secret: "another" })],
    ["INVALID_ISSUER", forge(payload({ iss: "another" }))],
    ["MALFORMED_TOKEN", "word"],
  ])("prints %s on standard error", async (code, stdin) => {
    const outcome = await command(["verify"], { stdin });
    expect(outcome).toMatchObject({ code: 1, stdout: "" });
    expect(outcome.stderr).toMatch(new RegExp(`^${code}: .+\n$`));
  });

  it("prints each issue with its place", async () => {
    const stdin = forge(payload({ name: 5, video: { room: [] } }));
    const { code, stderr } = await command(["verify"], { stdin });
    expect(code).toBe(1);
    expect(stderr).toBe(
      "INVALID_CLAIMS: the token's claims are invalid\n" +
        "  /name must be a string; got a number\n  /video/room must be a string; got an array\n",
    );
    const { error } = JSON.parse((await command(["verify", "--json"], { stdin })).stderr);
    expect(error.issues).toMatchObject([{ pointer: "/name" }, { pointer: "/video/room" }]);
  });

  it("accepts several secrets", async () => {
    const argv = ["verify", token, "--api-key", KEY, "--api-secret", "new"];
    expect((await command(argv)).code).toBe(1);
    expect((await command([...argv, "--api-secret", SECRET])).code).toBe(0);
  });

  it("accepts a leeway in seconds", async () => {
    const stdin = forge(payload({ exp: NOW - 100 }));
    expect((await command(["verify", "--leeway", "101"], { stdin })).code).toBe(0);
    expect((await command(["verify", "--leeway", "100"], { stdin })).code).toBe(1);
    expect((await command(["verify", "--leeway=-1"], { stdin })).code).toBe(2);
    expect((await command(["verify", "--leeway", "1m"], { stdin })).code).toBe(2);
  });

  it("accepts an API key named like an inherited member of objects", async () => {
    const env = { ...KEYS, LIVEKIT_API_KEY: "__proto__" };
    expect((await command(["verify"], { env, stdin: forge(payload({ iss: "__proto__" })) })).code).toBe(0);
  });
});
