import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oldestProtocol } from "../../generated/targets.js";
import type { ClaimsInit } from "../../generated/types.js";
import { AccessToken, AccessTokenError, buildClaims } from "../../src/index.js";
import { predict, target, targetNames } from "../../src/targets.js";
import { clock, failure, KEY, NOW, payloadOf, SECRET } from "../support/tokens.js";

const STRICT = "livekit-server@1.9.11";
const LENIENT = "livekit-server@1.13.5";

const claimsOf = (init: Omit<ClaimsInit, "exp" | "iss">) => buildClaims({ exp: NOW, iss: KEY, ...init });
const issuesAt = (name: string, init: Omit<ClaimsInit, "exp" | "iss">) =>
  target(name)
    .check(claimsOf(init))
    .map(({ pointer, keyword }) => `${pointer} ${keyword}`);
const tagged = { roomConfig: { tags: { team: "a" } } };

describe("the check of a target", () => {
  it.each<[unknown, string]>([
    [Promise.resolve(claimsOf({})), "an instance of Promise"],
    [undefined, "undefined"],
    ["a.b.c", "a string"],
  ])("throws INVALID_ARGUMENT for what are no claims, which would hold nothing unknown: %o", (claims, got) => {
    const message = `the claims must be a plain object; got ${got}`;
    expect(() => target(LENIENT).check(claims as never)).toThrow(new AccessTokenError("INVALID_ARGUMENT", message));
  });
});

describe("minting for a target", () => {
  const token = AccessToken.withApiKey(KEY, SECRET).withIdentity("alice");

  it("rejects a member that the target does not know, with the release that added it and the consequence", async () => {
    const error = await failure(token.withRoomConfig(tagged.roomConfig).toJwt({ target: target(STRICT), clock }));
    const message =
      'requires protocol 1.45.2 or newer; livekit-server@1.9.11 (protocol 1.43.5-0.20260114074149) refuses a token that has it, with 401 "invalid token"';
    expect(error.code).toBe("UNSUPPORTED_BY_TARGET");
    expect(error.issues).toEqual([
      { path: ["roomConfig", "tags"], pointer: "/roomConfig/tags", keyword: "target-refuses", message },
    ]);
    expect(error.message).toBe(`${STRICT} does not know all of the claims: /roomConfig/tags ${message}`);
  });

  it("mints the same token as without a target that knows all members", async () => {
    const configured = token.withRoomConfig(tagged.roomConfig);
    expect(await configured.toJwt({ target: target(LENIENT), clock })).toBe(await configured.toJwt({ clock }));
  });

  it("accepts members at their default, which are filled in or not written", async () => {
    const defaults = token
      .withGrants({ roomJoin: true, room: "r", destinationRoom: "", canSubscribeMetrics: false })
      .withRoomConfig({
        name: "r",
        tags: {},
        metadata: "",
        agents: [{ agentName: "a", restartPolicy: "JRP_ON_FAILURE" }],
      })
      .withInferenceGrants({ perform: false });
    for (const name of targetNames().filter(
      (name) => predict(name, claimsOf({ roomConfig: { name: "r" } })) === "accept",
    )) {
      const payload = payloadOf(await defaults.toJwt({ target: target(name, { ignored: "allow" }), clock }));
      expect(payload.roomConfig).toEqual({ name: "r", agents: [{ agentName: "a" }] });
    }
    expect(payloadOf(await defaults.toJwt({ target: target(STRICT), clock })).video).toMatchObject({ room: "r" });
  });
});

describe("every server", () => {
  it.each(targetNames())("%s is a target that accepts default claims", (name) => {
    expect(target(name).name).toBe(name);
    expect(issuesAt(name, {})).toEqual([]);
    expect(issuesAt(name, { video: { roomJoin: true, room: "r" }, sub: "a", name: "A", metadata: "m" })).toEqual([]);
  });

  it("ignores, refuses or accepts tags, depending on its protocol", () => {
    const by = (wanted: string) => targetNames().filter((name) => predict(name, claimsOf(tagged)) === wanted);
    const ranges = (names: string[]) => [names[0], names.at(-1)].map((name) => name?.replace("livekit-server@", ""));
    expect(ranges(by("ignore"))).toEqual(["1.0.0", "1.8.0"]);
    expect(ranges(by("refuse"))).toEqual(["1.8.2", "1.10.1"]);
    expect(ranges(by("accept"))).toEqual(["1.11.0", "1.13.11"]);
    expect(by("ignore").length + by("refuse").length + by("accept").length).toBe(targetNames().length);
  });
});

describe("members that a target does not know", () => {
  // biome-ignore format: a table
  it.each<[string, Omit<ClaimsInit, "exp" | "iss">, string[]]>([
    ["protocol@1.45.1", tagged, ["/roomConfig/tags target-refuses"]],
    ["protocol@1.45.2", tagged, []],
    ["protocol@1.45.2-0.20260327155206", tagged, ["/roomConfig/tags target-refuses"]],
    ["protocol@1.45.7", { roomConfig: { agents: [{}, { deployment: "d" }] } }, ["/roomConfig/agents/1/deployment target-refuses"]],
    ["protocol@1.45.8", { roomConfig: { agents: [{ attributes: { a: "b" } }] } }, ["/roomConfig/agents/0/attributes target-ignores"]],
    ["protocol@1.45.7", { roomConfig: { egress: { room: { preset: "PASSTHROUGH" } } } }, ["/roomConfig/egress/room/preset target-refuses"]],
    ["protocol@1.50.4", { roomConfig: { egress: { room: { preset: "PASSTHROUGH" } } } }, ["/roomConfig/egress/room/preset target-ignores"]],
    ["protocol@1.51.0", { roomConfig: { egress: { room: { preset: "PASSTHROUGH" } } } }, []],
    ["protocol@1.43.4", { roomConfig: { egress: { room: { streamOutputs: [{ protocol: "RTMP" }, { protocol: "WEBSOCKET" }] } } } }, ["/roomConfig/egress/room/streamOutputs/1/protocol target-refuses"]],
    ["protocol@1.36.1", { roomConfig: { egress: { room: { webhooks: [{ url: "u" }] } } } }, ["/roomConfig/egress/room/webhooks target-refuses"]],
    ["protocol@1.36.1", { roomConfig: { egress: { room: { webhooks: [{}] } } } }, ["/roomConfig/egress/room/webhooks target-refuses"]],
    ["protocol@1.26.0", { roomConfig: { tags: { a: "b" }, name: "n" } }, ["/roomConfig target-ignores"]],
    ["protocol@1.26.0", { roomConfig: {} }, []],
    ["protocol@1.42.0", { kind: "connector" }, ["/kind target-ignores"]],
    ["protocol@1.42.2", { kind: "connector" }, []],
    ["protocol@1.42.2", { kindDetails: ["cloud_agent"] }, ["/kindDetails target-ignores"]],
    ["protocol@1.43.4", { kindDetails: ["cloud_agent", "bridge_rtsp", "simulation"] }, ["/kindDetails/1 target-ignores", "/kindDetails/2 target-ignores"]],
    ["protocol@1.35.0", { agent: { admin: true, databaseAdmin: true } }, ["/agent target-ignores"]],
    ["protocol@1.36.0", { agent: { admin: true, databaseAdmin: true } }, ["/agent/databaseAdmin target-ignores"]],
    ["protocol@1.36.0", { video: { destinationRoom: "r", canManageAgentSession: true } }, ["/video/destinationRoom target-ignores", "/video/canManageAgentSession target-ignores"]],
    ["protocol@1.18.0", { sip: { admin: false, call: true } }, ["/sip target-ignores"]],
    ["protocol@1.18.0", { sip: { admin: false, call: false }, video: { agent: false } }, []],
  ])("of %s with the claims %j are: %j", (name, init, expected) => {
    expect(issuesAt(name, init)).toEqual(expected);
    const wanted = expected.filter((issue) => issue.endsWith("target-refuses"));
    expect(target(name, { ignored: "allow" }).check(claimsOf(init)).map(({ pointer }) => `${pointer} target-refuses`)).toEqual(wanted);
    expect(predict(name, claimsOf(init))).toBe(wanted.length > 0 ? "refuse" : expected.length > 0 ? "ignore" : "accept");
  });

  it("are reported with the consequence when they are ignored", () => {
    const [issue] = target("protocol@1.43.4").check(claimsOf({ agentThread: { all: true } }));
    expect(issue?.message).toBe("requires protocol 1.53.0 or newer; a server with protocol@1.43.4 ignores it");
  });

  it("include members of a room configuration at their default only when the server refuses them", () => {
    const written = { ...claimsOf({}), roomConfig: { name: "r", tags: {} } };
    expect([STRICT, LENIENT, "protocol@1.26.0"].map((name) => predict(name, written))).toEqual([
      "refuse",
      "accept",
      "ignore",
    ]);
  });

  it("do not include members of no release, whatever their name", () => {
    const odd = JSON.parse(
      '{ "exp": 1, "iss": "k", "constructor": "a", "__proto__": { "x": 1 }, "video": { "toString": true } }',
    );
    expect(target(STRICT).check({ ...claimsOf({}), ...odd })).toEqual([]);
  });

  it("do not exist for a future release of the protocol", () => {
    const all = { ...tagged, agentThread: { all: true }, kindDetails: ["simulation" as const] };
    expect(issuesAt("protocol@1.99.0", all)).toEqual([]);
    expect(issuesAt("protocol@2.0.0", all)).toEqual([]);
  });

  it("never increase from one release to the next", () => {
    const init = { ...tagged, kind: "bridge" as const, agent: { admin: true }, video: { destinationRoom: "r" } };
    const release = fc.record({ minor: fc.integer({ min: 14, max: 60 }), patch: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(release, release, (a, b) => {
        const [earlier, later] = a.minor < b.minor || (a.minor === b.minor && a.patch <= b.patch) ? [a, b] : [b, a];
        const counts = [earlier, later].map(
          ({ minor, patch }) => issuesAt(`protocol@1.${minor}.${patch}`, init).length,
        );
        expect(counts[1]).toBeLessThanOrEqual(counts[0] as number);
      }),
    );
  });
});

it("the oldest release of the protocol is a target", () => {
  expect(target(`protocol@${oldestProtocol}`).check(claimsOf({}))).toEqual([]);
});

describe("an unknown target", () => {
  it.each([
    ["livekit-sever@1.9.11", '"livekit-sever@1.9.11" is not a known target; did you mean "livekit-server@1.9.11"?'],
    ["protcol@1.43.4", '"protcol@1.43.4" is not a known target; did you mean "protocol@1.43.4"?'],
    [
      "livekit-server@1.9.5",
      '"livekit-server@1.9.5" is not a known target; the nearest are livekit-server@1.9.4, livekit-server@1.9.6',
    ],
    ["livekit-server@0.9.0", '"livekit-server@0.9.0" is not a known target; the nearest is livekit-server@1.0.0'],
    ["livekit-server@9.0.0", `"livekit-server@9.0.0" is not a known target; the nearest is ${targetNames().at(-1)}`],
    ["bench@1.2.3", `"bench@1.2.3" is not a known target; write ${targetNames().at(-1)} or protocol@1.43.4`],
    ["protocol@0.1.0", "protocol@0.1.0 is too old to be a target; the oldest is protocol@0.13.3-0.20220510071353"],
    ["protocol@1.43", `"protocol@1.43" is not a known target; write ${targetNames().at(-1)} or protocol@1.43.4`],
    [
      "livekit-server@constructor",
      `"livekit-server@constructor" is not a known target; write ${targetNames().at(-1)} or protocol@1.43.4`,
    ],
    ["", `"" is not a known target; write ${targetNames().at(-1)} or protocol@1.43.4`],
  ])("%s", (name, message) => {
    expect(() => target(name)).toThrow(new AccessTokenError("INVALID_ARGUMENT", message));
  });

  it("includes an invalid value of the option for ignored members", () => {
    for (const options of [{ ignored: "refused" }, { ignored: null }, { ignore: "allow" }, null]) {
      expect(() => target(STRICT, options as never)).toThrow(AccessTokenError);
    }
    expect(() => target(STRICT, { ignored: "refused" as never })).toThrow(
      'the option ignored of target must be "refuse" or "allow"; got a string',
    );
    expect(() => target(STRICT, { ignore: "allow" } as never)).toThrow(
      'target has no option "ignore"; did you mean "ignored"?',
    );
  });

  it("includes names and claims that throw when they are read", () => {
    for (const name of [undefined, null, 5, {}, Symbol("s")]) {
      expect(() => target(name as never)).toThrow(AccessTokenError);
    }
    expect(() => target(5 as never)).toThrow("the name of a target must be a string; got a number");
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const claims of [null, revoked.proxy])
      expect(() => predict(STRICT, claims as never)).toThrow(AccessTokenError);
    expect(() => target(STRICT).check(revoked.proxy as never)).toThrow(
      "the claims cannot be read: a getter or proxy threw an error; pass plain data",
    );
  });
});
