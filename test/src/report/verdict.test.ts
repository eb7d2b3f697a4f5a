import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Examination } from "../../../src/report/examination.js";
import { mutatedClaims } from "../../support/arbitrary-claims.js";
import { command, json, type World } from "../../support/run-cli.js";
import { base64url, forge, NOW, payload } from "../../support/tokens.js";

type Claims = Record<string, unknown>;

const joining = (more: Claims = {}, video: Claims = {}) =>
  payload({ video: { roomJoin: true, room: "stage", ...video }, ...more });

/** The first line that is printed, and what the program ends with. */
async function first(token: string, argv: readonly string[] = [], world: World = {}): Promise<[string, number]> {
  const { code, stdout } = await command(["inspect", ...argv], { stdin: token, ...world });
  return [stdout.split("\n")[0] ?? "", code];
}

const examined = (claims: Claims, argv: readonly string[] = [], world: World = {}): Promise<Examination> =>
  json<Examination>(["inspect", "--json", ...argv], { stdin: forge(claims), ...world });

describe("the first line", () => {
  it.each<[string, string, RegExp, number]>([
    ["of a token that is fine", forge(joining()), /^Fine: alice may join stage for 10 minutes more$/, 0],
    [
      "of a token that expired",
      forge(joining({ exp: NOW - 960 })),
      /^Refused by every server: expired 16 minutes ago$/,
      1,
    ],
    ["of one for later", forge(joining({ nbf: NOW + 7200 })), /^Refused by every server: becomes valid in 2 hours$/, 1],
    ["of a word", "word", /^Not a token: the token must have three parts/, 1],
    [
      "of another algorithm",
      forge(joining(), { header: { alg: "RS256" } }),
      /^Refused by every server: the token is signed with RS256/,
      1,
    ],
    ["of an unsigned one", `${base64url('{"alg":"HS256"}')}.e30.`, /^Not a token: the token's signature/, 1],
    [
      "of a type that is wrong",
      forge(joining({}, { roomJoin: "yes" })),
      /^Refused by every server: \/video\/roomJoin must be a boolean; got a string$/,
      1,
    ],
    [
      "of another secret",
      forge(joining(), { secret: "x" }),
      /^Refused: the signature is not made with the secret of/,
      1,
    ],
    ["of another key", forge(joining({ iss: "k" })), /^Refused: \/iss is another API key: .* answers 401$/, 1],
    [
      "of a null",
      forge(joining({ name: null })),
      /^Refused by this library: \/name is null: .*\. Otherwise alice may join stage for 10 minutes more$/,
      1,
    ],
    [
      "of an audience",
      forge(joining({ aud: "x" })),
      /^Refused by this library: \/aud .*\. Otherwise alice may join stage/,
      1,
    ],
    [
      "of a room that is missing",
      forge(payload({ video: { roomJoin: true } })),
      /^Refused when joining: \/video\/room is required when video.roomJoin is true\. Otherwise it permits nothing/,
      1,
    ],
    [
      "of a name that is too long",
      forge(joining({ sub: "a".repeat(300) })),
      /^Refused when joining: \/sub has 300 bytes; the server takes at most 256\. Otherwise/,
      1,
    ],
    [
      "of what old servers refuse",
      forge(joining({ roomConfig: { tags: { a: "b" } } })),
      /^Refused by livekit-server@1\.8\.2 to 1\.10\.1 for \/roomConfig\/tags\. Otherwise alice may join stage/,
      0,
    ],
    [
      "of what all servers refuse",
      forge(`{"iss":"myapikey","exp":${NOW + 60},"roomConfig":{"emptyTimeout":1,"emptyTimeout":2}}`),
      /^Refused by livekit-server@\S+ to \S+ for \/roomConfig\/emptyTimeout|^Refused by every server, for /,
      1,
    ],
    [
      "of a grant in the wrong place",
      forge(payload({ roomJoin: true })),
      /^Accepted, with 1 error: it permits nothing/,
      1,
    ],
    [
      "of a token that is valid for more than one unit of time",
      forge(joining({ exp: NOW + 598 })),
      /^Fine: alice may join stage for 9 minutes 58 seconds more$/,
      0,
    ],
    ["of a webhook", forge(payload({ sha256: "x" })), /^Fine: it signs a message body for 10 minutes more$/, 0],
    [
      "of a token for a server",
      forge(payload({ video: { roomList: true } })),
      /^Fine: alice may list the rooms that are open for 10 minutes more$/,
      0,
    ],
    ["of a token that permits nothing", forge(payload()), /^Accepted, but it permits nothing for 10 minutes more$/, 0],
    [
      "of a token that only the leeway keeps",
      forge(joining({ exp: NOW - 30 })),
      /^Fine: alice may join stage, only within the leeway of servers$/,
      0,
    ],
    ["of a name with spaces", forge(joining({ sub: "a b" })), /^Fine: "a b" may join stage/, 0],
  ])("%s", async (_, token, line, code) => {
    const [printed, ended] = await first(token);
    expect(printed).toMatch(line);
    expect(ended).toBe(code);
  });

  it("agrees with all below it, whatever the claims are", async () => {
    const claims = fc.oneof(
      mutatedClaims,
      mutatedClaims.map((roomConfig) => joining({ roomConfig })),
      fc.record({ exp: fc.constantFrom(1, NOW + 60, null, "x"), iss: fc.constant("myapikey") }, { requiredKeys: [] }),
    );
    await fc.assert(
      fc.asyncProperty(claims, async (value) => {
        const stdin = forge(JSON.stringify(value) ?? "null");
        const { code, stdout } = await command(["inspect", "--json"], { stdin });
        const { verdict, findings, permissions, servers } = JSON.parse(stdout) as Examination;
        const errors = findings.filter(({ severity }) => severity === "error");
        expect(code).toBe(errors.length > 0 ? 1 : 0);
        if (verdict.outcome === "fine") expect(errors).toEqual([]);
        if (["malformed", "refused", "wrong"].includes(verdict.outcome)) expect(errors).not.toEqual([]);
        if (verdict.message.includes("by every server") && servers !== null) {
          expect(servers.every(({ prediction }) => prediction === "refuse")).toBe(true);
        }
        if (verdict.message.includes("when joining")) {
          expect(permissions?.some(({ may, what }) => may && what.startsWith("join "))).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("what servers take", () => {
  const groups = async (claims: Claims) => (await examined(claims)).servers ?? [];

  it("is not whole where they ignore something", async () => {
    for (const claims of [{ unheardOf: 1 }, { video: { roomName: "r" } }, { kind: "robot" }, { identity: "bob" }]) {
      const servers = await groups(payload(claims));
      expect(servers.map(({ prediction }) => prediction)).not.toContain("accept");
    }
    expect((await groups(payload({ roomConfig: { unheardOf: 1 } }))).at(-1)).toMatchObject({
      prediction: "ignore",
      because: ["/roomConfig/unheardOf"],
    });
  });

  it("is what older ones refuse of a token from the future, and newer ones of one without end", async () => {
    const [early] = await groups(payload({ iat: NOW + 3600 }));
    expect(early).toMatchObject({ from: "livekit-server@1.0.0", to: "livekit-server@1.12.0", because: ["/iat"] });
    expect((await groups(payload({ exp: undefined }))).at(-1)).toMatchObject({
      from: "livekit-server@1.13.6",
      prediction: "refuse",
      because: ["/exp"],
    });
  });

  it("is not told where all refuse", async () => {
    for (const claims of [{ exp: 1 }, { name: 5 }, { nbf: NOW + 600 }]) {
      expect((await examined(payload(claims))).servers).toBeNull();
    }
  });
});

describe("nulls", () => {
  it("are absent to servers, whose permissions are told", async () => {
    const claims = joining({ name: null, sip: null, attributes: { a: null } }, { canPublish: null, roomAdmin: null });
    const { permissions, findings } = await examined(claims);
    expect(permissions?.slice(0, 2)).toEqual([
      { may: true, what: 'join the room "stage" as "alice"' },
      { may: true, what: "publish tracks in the room" },
    ]);
    expect(
      findings
        .filter(({ code }) => code === "null-claim")
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(["/name", "/sip", "/attributes/a", "/video/canPublish", "/video/roomAdmin"].sort());
  });

  it("are beside names in another case, which servers honour", async () => {
    const { permissions, findings, verdict } = await examined(payload({ Video: { RoomJoin: true, Room: "stage" } }));
    expect(permissions?.[0]).toEqual({ may: true, what: 'join the room "stage" as "alice"' });
    expect(findings.map(({ code }) => code)).not.toContain("permits-nothing");
    expect(verdict.message).toMatch(/^Accepted, with 1 error: alice may join stage/);
  });

  it("leave no key where the issuer is one", async () => {
    const { verdict } = await examined(joining({ iss: null }));
    expect(verdict.message).toBe(
      "Refused by every server: /iss is null: servers cannot find the key, and this library and the Rust SDK refuse the token",
    );
  });
});

describe("--for", () => {
  const admin = payload({ video: { roomAdmin: true, room: "stage" } });

  it.each<[string, string[], Claims, number, RegExp]>([
    [
      "CreateRoom",
      [],
      payload({ video: { roomCreate: true } }),
      0,
      /^Fine: alice may call CreateRoom for 10 minutes more/,
    ],
    ["CreateRoom", [], joining(), 1, /^Denied: CreateRoom needs video\.roomCreate, but video\.roomCreate is not true$/],
    ["RoomService/RemoveParticipant", [], admin, 0, /^Fine: alice may call RemoveParticipant for the room stage for/],
    ["removeparticipant", ["--room", "hall"], admin, 1, /^Denied: .*, but video\.room is "stage", not "hall"$/],
    ["move_participant", [], admin, 1, /^Denied: MoveParticipant .*video\.destinationRoom is empty$/],
    ["CreateRoom", [], payload({ exp: 1, video: { roomCreate: true } }), 1, /^Refused by every server: expired/],
    ["Join", [], joining(), 0, /^Fine: alice may call Join for the room stage/],
  ])("%s %j of %j ends with %d", async (call, argv, claims, code, line) => {
    const [printed, ended] = await first(forge(claims), ["--for", call, ...argv]);
    expect(printed).toMatch(line);
    expect(ended).toBe(code);
  });

  it("is answered for a null claim as servers answer it", async () => {
    const [printed] = await first(forge(payload({ name: null, video: { roomCreate: true } })), ["--for", "CreateRoom"]);
    expect(printed).toMatch(/Otherwise alice may call CreateRoom/);
  });

  it.each([
    [["--for", "CreatRoom"], "did you mean CreateRoom?"],
    [["--for", "zzz"], "the calls are Join, "],
    [["--room", "r"], "--room: needs --for CALL"],
    [["--now", "yesterday"], "--now: must be a time such as"],
    [["--now", "2026-02-30T00:00:00Z"], "--now: must be a time such as"],
  ])("exits 2 for %j", async (argv, words) => {
    const { code, stderr, stdout } = await command(["inspect", ...argv], { stdin: forge(admin) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });

  it("is told of the usual calls without it", async () => {
    const { deniedCalls } = await examined(admin);
    expect(deniedCalls?.[0]).toEqual({ calls: ["CreateRoom", "DeleteRoom"], lacks: ["video.roomCreate is not true"] });
    expect(JSON.stringify(deniedCalls)).not.toContain("RemoveParticipant");
  });
});

describe("--now", () => {
  const stdin = forge(joining());

  it.each([
    "Thu, 01 Jan 2026 00:20:00 GMT",
    "date: Thu, 01 Jan 2026 00:20:00 GMT",
    "Thursday, 01-Jan-26 00:20:00 GMT",
    "Thu Jan  1 00:20:00 2026",
    "2026-01-01T00:20:00Z",
    "2026-01-01T01:20:00+01:00",
    "2025-12-31 23:20:00.000-01:00",
  ])("is the time that is judged at, written as %s", async (now) => {
    const [line, code] = await first(stdin, ["--now", now]);
    expect([line, code]).toEqual(["Refused by every server: expired 10 minutes ago", 1]);
    const { stdout } = await command(["lint", "--now", now], { stdin });
    expect(stdout).toContain("error expired: ");
    expect(stdout).toContain("warning clock-skew: the clock of this machine is 20 minutes behind\n");
  });

  it("tells how far this machine is off, and finds nothing within the leeway", async () => {
    const at = (seconds: number) => new Date((NOW + seconds) * 1000).toISOString();
    const off = await examined(joining(), ["--now", at(-90)]);
    expect(off.judgedAt.machine).toBe("1 minute 30 seconds ahead");
    const near = await examined(joining(), ["--now", at(-60)]);
    expect(near.judgedAt.machine).toBe("1 minute ahead");
    expect(near.findings.map(({ code }) => code)).not.toContain("clock-skew");
    const { stdout } = await command(["inspect", "--now", at(-90)], { stdin });
    expect(stdout).toContain("the time of --now: the clock of this machine is 1 minute 30 seconds ahead");
  });
});

describe("times that are no times", () => {
  const fixes = async (claims: Claims) => (await examined(payload(claims))).findings.map(({ fix }) => fix).join("\n");

  it("are answered with what to write", async () => {
    expect(await fixes({ exp: 3600 })).toContain("Write now + 3600, ");
    expect(await fixes({ exp: (NOW + 60) * 1000 })).toContain(`Write ${NOW + 60}, in seconds`);
    expect(await fixes({ exp: (NOW + 60) * 1e6 })).toContain(
      `Write ${NOW + 60}, in seconds: the time is in microseconds`,
    );
    expect(await fixes({ exp: (NOW + 60) * 1e9 })).toContain("the time is in nanoseconds");
    expect(await fixes({ nbf: NOW * 1000 })).toContain(`Write ${NOW}, in seconds`);
    for (const exp of ["3600", "1h", "2026-01-01T00:00:00Z", {}]) {
      expect(await fixes({ exp })).toContain("Write a number of seconds since 1970");
    }
  });
});

describe("values of the wrong type", () => {
  it.each<[Claims, string]>([
    [{ metadata: { a: 1 } }, "JSON.stringify(…)"],
    [{ attributes: { seat: 12 } }, "String(…)"],
    [{ name: 5 }, "String(…)"],
    [{ video: { roomJoin: "true" } }, "Write true or false, without quotes."],
    [{ video: { roomJoin: 1 } }, "Write true or false."],
    [{ video: { canPublishSources: "camera" } }, "Write a list, in brackets"],
    [{ video: '{"roomJoin":true}' }, "leave out JSON.stringify(…)"],
    [{ video: [{ roomJoin: true }] }, "and not a list"],
    [{ nbf: "now" }, "a number of seconds since 1970"],
  ])("come with what to write: %j", async (claims, words) => {
    const { findings } = await examined(payload(claims));
    expect(findings.find(({ code }) => code === "invalid-claims")?.fix).toContain(words);
  });
});

describe("what servers do", () => {
  const notes = async (claims: Claims) => (await examined(claims)).notes.join("\n");

  it("is told where it matters", async () => {
    expect(await notes(joining())).toMatch(/^Joining opens the room "stage" .* auto_create off/);
    expect(await notes(joining({}, { roomCreate: true }))).toContain("deleting every room");
    expect(await notes(joining({ roomConfig: { agents: [{ agentName: "a" }] } }))).toContain("only if this join opens");
    expect(await notes(joining({}, { hidden: true }))).toContain("does not guarantee privacy");
    expect(await notes(joining({ metadata: "m" }))).toContain("everybody in the room can read");
    expect(await notes(payload({ exp: undefined }))).toContain("forever");
    expect(await notes(payload())).toBe("");
  });
});

describe("--full", () => {
  it("prints claims at their default too, which are left out else", async () => {
    const stdin = forge(joining({ name: "", nbf: 0, attributes: {} }, { canPublish: true, canPublishSources: [] }));
    const plain = (await command(["inspect"], { stdin })).stdout;
    const full = (await command(["inspect", "--full"], { stdin })).stdout;
    for (const word of ['"name"', '"nbf"', '"attributes"', '"canPublish"', '"canPublishSources"']) {
      expect(plain).not.toContain(word);
      expect(full).toContain(word);
    }
    expect(plain).toContain("--full prints them");
    expect(full).not.toContain("--full prints them");
  });

  it("leaves out nothing that says more than its absence", async () => {
    const claims = joining({ sub: "alice" }, { canPublish: false, canPublishData: true });
    const { stdout } = await command(["inspect"], { stdin: forge(claims) });
    expect(stdout).toContain('"canPublishData": true');
    expect(stdout).toContain('"canPublish": false');
    expect(stdout).not.toContain("--full");
  });
});
