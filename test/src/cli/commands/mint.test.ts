import { describe, expect, it } from "vitest";
import { AccessToken } from "../../../../src/index.js";
import { command, json, type World } from "../../../support/run-cli.js";
import { clock, KEY, NOW, payload, payloadOf, SECRET } from "../../../support/tokens.js";

const minted = async (argv: readonly string[], world: World = {}): Promise<Record<string, unknown>> => {
  const { code, stdout, stderr } = await command(["mint", "--compact", ...argv], world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return payloadOf(stdout.trimEnd());
};

const JOIN = ["--join", "--room", "stage", "--identity", "alice"];

describe("livekit-claims mint", () => {
  it("prints only the token", async () => {
    const { stdout } = await command(["mint", ...JOIN]);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(await json(["verify"], { stdin: stdout })).toMatchObject({ sub: "alice", video: { roomJoin: true } });
  });

  it("prints the token and its claims with --json", async () => {
    const { token, claims } = await json<{ token: string; claims: object }>(["mint", "--json", ...JOIN]);
    expect(payloadOf(token)).toMatchObject({ sub: "alice" });
    expect(claims).toMatchObject({ sub: "alice", video: { room: "stage" } });
  });

  it("prints with --json what lk prints, and the times", async () => {
    const printed = await json(["mint", "--json", ...JOIN, "--valid-for", "1h"]);
    expect(printed.access_token).toBe(printed.token);
    expect(printed).toMatchObject({
      identity: "alice",
      room: "stage",
      valid_from: "2026-01-01T00:00:00Z",
      expires_at: "2026-01-01T01:00:00Z",
    });
  });

  it("takes --url with a note, and none beside JSON", async () => {
    const { code, stdout, stderr } = await command(["mint", ...JOIN, "--url", "wss://hunter2"]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "note: --url has no effect: a token does not name a server; pass the URL to the client\n",
    });
    expect(stdout).toMatch(/^\S+\n$/);
    expect((await command(["mint", ...JOIN, "--url", "wss://x", "--json"])).stderr).toBe("");
  });

  it.each([
    ["--recorder", /--record is another right/],
    ["--jion", /did you mean --join\?/],
    ["--ttl", /use --valid-for/],
    ["--can-publish", /may publish by default/],
  ])("answers %s", async (option, answer) => {
    const { code, stderr } = await command(["mint", ...JOIN, option]);
    expect(code).toBe(2);
    expect(stderr).toMatch(answer);
    expect(stderr).not.toMatch(/did you mean --record/);
  });

  it("mints of --claims what the library mints, and ignores $schema", async () => {
    const claims = {
      sub: "dave",
      video: { roomJoin: true, room: "r" },
      sip: { call: true },
      roomConfig: { emptyTimeout: 60 },
    };
    const stdin = JSON.stringify({ $schema: "./claims.schema.json", ...claims });
    const { stdout } = await command(["mint", "--claims", "-"], { stdin });
    expect(stdout.trimEnd()).toBe(await AccessToken.withApiKey(KEY, SECRET).withClaims(claims).toJwt({ clock }));
  });

  describe("reads secrets", () => {
    const files = {
      secret: `${SECRET}\n`,
      windows: `${SECRET}\r\n`,
      spaced: `${SECRET}\n\n`,
      empty: "\n",
      ".env": `# keys\nexport LIVEKIT_API_KEY="${KEY}"\nLIVEKIT_API_SECRET=${SECRET} # of the test\n`,
    };
    const verifies = async (argv: string[], world: World = {}): Promise<boolean> => {
      const { stdout } = await command(["mint", "--list", ...argv], { files, ...world });
      return (await command(["verify"], { stdin: stdout })).code === 0;
    };
    const env = { LIVEKIT_API_KEY: KEY };

    it("from a file, without one line end", async () => {
      expect(await verifies(["--api-secret-file", "secret"], { env })).toBe(true);
      expect(await verifies(["--api-secret-file", "windows"], { env })).toBe(true);
      expect(await verifies(["--api-secret-file", "-"], { env, stdin: `${SECRET}\n` })).toBe(true);
      expect((await command(["mint", "--list", "--api-secret-file", "spaced"], { env, files })).code).toBe(1);
    });

    it("from a .env file, which wins over the environment", async () => {
      expect(await verifies(["--env-file", ".env"], { env: {} })).toBe(true);
      expect(await verifies(["--env-file", ".env"], { env: { LIVEKIT_API_SECRET: "other" } })).toBe(true);
    });

    it("to verify and to inspect with", async () => {
      const stdin = (await command(["mint", "--list"])).stdout;
      expect((await command(["verify", "--api-secret-file", "secret"], { env, files, stdin })).code).toBe(0);
      const { stdout } = await command(["inspect", "--json", "--env-file", ".env"], { env: {}, files, stdin });
      expect(JSON.parse(stdout)).toMatchObject({ signature: { verdict: "right" } });
    });

    it.each<[string[], string]>([
      [["--api-secret-file", "empty"], "--api-secret-file: is empty"],
      [["--api-secret-file", "none"], "--api-secret-file: cannot be read"],
      [
        ["--api-secret-file", "secret", "--api-secret", "hunter2"],
        "--api-secret-file: cannot be combined with --api-secret",
      ],
      [["--api-secret-file", "-", "--claims", "-"], "standard input is read for --api-secret-file already"],
      [["--api-secret-file", "-", "--env-file", "-"], "standard input is read for --env-file already"],
    ])("and exits 2 for %j", async (argv, message) => {
      const { code, stdout, stderr } = await command(["mint", "--list", ...argv], { files, stdin: "hunter2" });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(message);
      expect(stderr).not.toContain("hunter2");
    });
  });

  it.each<[string, string[], object]>([
    ["--join --room --identity", JOIN, { sub: "alice", video: { roomJoin: true, room: "stage" } }],
    ["-i -n", ["-i", "bob", "-n", "Bob"], { sub: "bob", name: "Bob" }],
    ["--admin", ["--admin", "--room", "stage"], { video: { roomAdmin: true, room: "stage" } }],
    [
      "--create --list --record --ingress",
      ["--create", "--list", "--record", "--ingress"],
      { video: { roomCreate: true, roomList: true, roomRecord: true, ingressAdmin: true } },
    ],
    ["--egress", ["--egress"], { video: { roomRecord: true } }],
    ["--inference", ["--inference"], { inference: { perform: true } }],
    ["--allow-update-metadata", ["--allow-update-metadata"], { video: { canUpdateOwnMetadata: true } }],
    [
      "--allow-source, with commas and again",
      ["--allow-source", "camera, microphone", "--allow-source", "screen_share"],
      { video: { canPublishSources: ["camera", "microphone", "screen_share"] } },
    ],
    ["--metadata", ["--metadata", "{}"], { metadata: "{}" }],
    [
      "--attribute, up to the first =",
      ["--attribute", "a=b=c", "--attribute", "__proto__=x", "--attribute", "empty="],
      {
        attributes: Object.fromEntries([
          ["a", "b=c"],
          ["__proto__", "x"],
          ["empty", ""],
        ]),
      },
    ],
    ["--grant over flags", ["--list", "--grant", '{"roomList":false,"hidden":true}'], { video: { hidden: true } }],
    ["--agent", ["--agent", "helper"], { roomConfig: { agents: [{ agentName: "helper" }] } }],
    [
      "--deployment --job-metadata",
      ["--agent", "helper", "-d", "beta", "--job-metadata", "m"],
      { roomConfig: { agents: [{ agentName: "helper", deployment: "beta", metadata: "m" }] } },
    ],
    ["--room-preset", ["--room-preset", "webinar"], { roomPreset: "webinar" }],
    ["--kind", ["--kind", "sip"], { kind: "sip" }],
    ["--sip-admin --sip-call", ["--sip-admin", "--sip-call"], { sip: { admin: true, call: true } }],
    ["--token-only", ["--token-only", "--list"], { video: { roomList: true } }],
  ])("accepts %s", async (_, argv, expected) => {
    const { exp, iss, nbf, ...claims } = await minted(argv);
    expect(claims).toMatchObject(expected);
    expect(Object.keys(claims).sort()).toEqual(Object.keys({ ...expected }).sort());
  });

  it.each([
    ["90", 90],
    ["10m", 600],
    ["1h30m", 5400],
    ["1.5h", 5400],
    ["7d", 604_800],
  ])("mints a token that is valid for %s", async (text, seconds) => {
    expect(await minted(["--list", "--valid-for", text])).toMatchObject({ exp: NOW + seconds });
  });

  it.each(["0", "-5", "ten minutes", "1h30", "h", "1ms", ""])("rejects %j as a time to live", async (text) => {
    const { code, stderr } = await command(["mint", `--valid-for=${text}`]);
    expect(code).toBe(2);
    expect(stderr).toContain("--valid-for");
  });

  it("merges the flags into claims from a file", async () => {
    const claims = {
      sub: "file",
      exp: NOW + 5,
      attributes: { a: "1", b: "1" },
      video: { room: "file", roomJoin: true },
      roomConfig: { emptyTimeout: 60, agents: [{ agentName: "first" }] },
    };
    const files = { "claims.json": JSON.stringify(claims), "attributes.json": '{"b":"2","c":"2"}' };
    const argv = ["--claims", "claims.json", "--identity", "flag", "--room", "flag", "--agent", "second"];
    argv.push("--attribute-file", "attributes.json", "--attribute", "c=3");
    expect(await minted(argv, { files })).toMatchObject({
      sub: "flag",
      exp: NOW + 5,
      attributes: { a: "1", b: "2", c: "3" },
      video: { room: "flag", roomJoin: true },
      roomConfig: { emptyTimeout: 60, agents: [{ agentName: "first" }, { agentName: "second" }] },
    });
    expect(await minted([...argv, "--valid-for", "1m"], { files })).toMatchObject({ exp: NOW + 60 });
  });

  it("reads claims from standard input, such as the output of verify", async () => {
    const first = await command(["mint", ...JOIN]);
    const claims = await command(["verify"], { stdin: first.stdout });
    const second = await command(["mint", "--claims", "-"], { stdin: claims.stdout });
    expect(second).toEqual(first);
  });

  it("reads the room configuration from a file", async () => {
    const files = { "room.json": '{"emptyTimeout":60}' };
    const argv = ["--room-configuration", "room.json"];
    expect(await minted(argv, { files })).toMatchObject({ roomConfig: { emptyTimeout: 60 } });
  });

  it.each<[string, string, string]>([
    ["claims that are no object", "--claims", "[]"],
    ["a room configuration that is none", "--room-configuration", '"x"'],
    ["attributes that are none", "--attribute-file", "5"],
    ["grants that are none", "--grant", "true"],
  ])("rejects %s", async (_, option, text) => {
    const value = option === "--grant" ? text : "file";
    const argv = ["mint", option, value, "--agent", "a", "--attribute", "a=b", "--list"];
    const { code, stdout, stderr } = await command(argv, { files: { file: text } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^INVALID_CLAIMS: the claims are invalid\n {2}.*must be an object/);
  });

  it("prints each issue with its place", async () => {
    const grant = '{"roomName":"x","canPublishSources":["MICROPHONE"]}';
    const { code, stderr } = await command(["mint", "--grant", grant]);
    expect(code).toBe(1);
    expect(stderr.split("\n")).toEqual([
      "INVALID_CLAIMS: the claims are invalid",
      '  /video/roomName is not a member of VideoGrants; did you mean "room"?',
      expect.stringMatching(/^ {2}\/video\/canPublishSources\/0 must be one of .*did you mean "microphone"/),
      "",
    ]);
  });

  it("prints issues as JSON with --json", async () => {
    const { stderr } = await command(["mint", "--json", "--join"]);
    const { error } = JSON.parse(stderr);
    expect(error).toMatchObject({ code: "INVALID_CLAIMS", issues: [{ pointer: "/sub" }, { pointer: "/video/room" }] });
  });

  it("signs secrets only with the option for it", async () => {
    const config = { egress: { room: { fileOutputs: [{ filepath: "f", s3: { bucket: "b", secret: "hunter2" } }] } } };
    const files = { "room.json": JSON.stringify(config) };
    const argv = ["mint", "--room-configuration", "room.json"];
    const { code, stdout, stderr } = await command(argv, { files });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("SENSITIVE_CREDENTIALS: ");
    expect(stderr).toContain("/roomConfig/egress/room/fileOutputs/0/s3/secret");
    expect(stderr).toContain("--allow-sensitive");
    expect(stderr).not.toContain("hunter2");
    expect((await command([...argv, "--allow-sensitive"], { files })).code).toBe(0);
    const minted = await command([...argv, "--allow-sensitive", "--json"], { files });
    expect(minted.code).toBe(0);
    expect(minted.stdout).not.toContain("hunter2");
  });

  it("rejects members that the target does not know", async () => {
    const stdin = JSON.stringify({ roomConfig: { tags: { a: "b" } } });
    const argv = ["mint", "--claims", "-", "--target"];
    const { code, stderr } = await command([...argv, "livekit-server@1.9.11"], { stdin });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^UNSUPPORTED_BY_TARGET: livekit-server@1\.9\.11 .*\n {2}\/roomConfig\/tags requires protocol 1\.45\.2 or newer/,
    );
    expect((await command([...argv, "livekit-server@1.13.5"], { stdin })).code).toBe(0);
  });

  it("prefers the key of the command line to that of the environment", async () => {
    const argv = ["--list", "--api-key", "other", "--api-secret", "another secret"];
    expect(await minted(argv)).toMatchObject({ iss: "other" });
    expect(await minted(argv, { env: {} })).toMatchObject({ iss: "other" });
  });

  it.each<[string, Record<string, string>, string, string]>([
    ["key", { LIVEKIT_API_SECRET: "s" }, "--api-key", "LIVEKIT_API_KEY"],
    ["secret", { LIVEKIT_API_KEY: "k" }, "--api-secret", "LIVEKIT_API_SECRET"],
    ["key that is set to nothing", { LIVEKIT_API_KEY: "", LIVEKIT_API_SECRET: "s" }, "--api-key", "LIVEKIT_API_KEY"],
  ])("names the option and the variable of a missing %s", async (_, env, option, variable) => {
    const { code, stderr } = await command(["mint", "--list"], { env });
    expect(code).toBe(2);
    expect(stderr).toContain(`give ${option} or set ${variable}`);
  });

  it.each<[string[], string]>([
    [["--claims", "none.json"], "--claims: cannot be read"],
    [["--claims", "-", "--attribute-file", "-"], "--attribute-file: standard input is read for --claims already"],
    [["--claims", "bad.json"], "--claims: is not JSON"],
    [["--grant", "{"], "--grant: is not JSON"],
    [["--attribute", "seat"], "--attribute: must be KEY=VALUE"],
    [["--job-metadata", "m"], "--job-metadata: needs --agent"],
    [["--target", "livekit-server@1.9.5"], "--target: "],
  ])("exits 2 for %j", async (argv, message) => {
    const { code, stdout, stderr } = await command(["mint", ...argv], { files: { "bad.json": "{'a': 1}" } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`USAGE: ${message}`);
  });

  it("rejects claims of another key", async () => {
    const { code, stderr } = await command(["mint", "--claims", "-"], { stdin: JSON.stringify(payload({ iss: "x" })) });
    expect(code).toBe(1);
    expect(stderr).toContain("/iss must be the API key");
  });
});
