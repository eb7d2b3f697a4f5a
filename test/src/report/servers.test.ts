import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sinces } from "../../../generated/targets.js";
import { Claims } from "../../../src/index.js";
import { read } from "../../../src/lint/reading.js";
import type { ServerGroup } from "../../../src/report/servers.js";
import { serverGroups as groupsOfReading } from "../../../src/report/servers.js";
import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { predict, targetNames } from "../../../src/targets.js";
import { GENERATED } from "../../support/copies.js";
import { command } from "../../support/run-cli.js";
import { forge, NOW, payload } from "../../support/tokens.js";

const serverGroups = (claims: object, names?: readonly string[]): readonly ServerGroup[] | undefined =>
  groupsOfReading(read(claims), NOW, names);
const groupsOf = (roomConfig: object): readonly ServerGroup[] => serverGroups(payload({ roomConfig })) ?? [];

/** Returns the groups that refuse, such as "refuse livekit-server@1.8.2 livekit-server@1.10.1 /roomConfig/tags". */
const refusals = (roomConfig: object): string[] =>
  groupsOf(roomConfig)
    .filter(({ prediction }) => prediction === "refuse")
    .map(({ from, to, because }) => [from, to, ...because].join(" "));

describe("serverGroups", () => {
  it("covers all servers, oldest first", () => {
    const names = targetNames();
    const groups = groupsOf({ tags: { a: "b" } });
    expect(groups[0]?.from).toBe(names[0]);
    expect(groups.at(-1)?.to).toBe(names.at(-1));
    for (const [index, { from }] of groups.entries()) {
      if (index > 0) expect(names.indexOf(from)).toBe(names.indexOf(groups[index - 1]?.to as string) + 1);
    }
  });

  it("predicts the same for a group as for each of its servers", () => {
    const claims = [
      payload(),
      payload({ kindDetails: ["simulation"], agentThread: { all: true }, video: { canManageAgentSession: true } }),
      ...[{ tags: null }, { unheardOf: 1, tags: { a: "b" } }, { agents: [{ deployment: "d", restartPolicy: 1 }] }].map(
        (roomConfig) => payload({ roomConfig }),
      ),
    ];
    for (const each of claims) {
      const names = targetNames();
      const single = names.flatMap((name) => serverGroups(each, [name]) ?? []);
      const grouped = (serverGroups(each) ?? []).flatMap(({ from, to, ...verdict }) =>
        names.slice(names.indexOf(from), names.indexOf(to) + 1).map((name) => ({ from: name, to: name, ...verdict })),
      );
      expect(grouped).toEqual(single);
    }
  });

  it("predicts the same as predict()", () => {
    const claims = payload({ kindDetails: ["simulation"], roomConfig: { tags: { a: "b" } } });
    const decoded = Claims.fromUnverified(forge(claims));
    for (const name of targetNames()) {
      expect([name, serverGroups(claims, [name])?.[0]?.prediction]).toEqual([name, predict(name, decoded)]);
    }
  });

  it.each<[string, object, string]>([
    ["a young member", { tags: { a: "b" } }, "livekit-server@1.10.1 /roomConfig/tags"],
    ["a young member at its default", { tags: {} }, "livekit-server@1.10.1 /roomConfig/tags"],
    ["a young member that is null", { tags: null }, "livekit-server@1.10.1 /roomConfig/tags"],
    ["an unknown member", { unheardOf: 1 }, "livekit-server@1.11.0 /roomConfig/unheardOf"],
    [
      "an unknown member of a nested message",
      { agents: [{ x: null }] },
      "livekit-server@1.11.0 /roomConfig/agents/0/x",
    ],
  ])("predicts a refusal for %s", (_, roomConfig, expected) => {
    const [refusal, ...more] = refusals(roomConfig);
    expect(more).toEqual([]);
    expect(refusal?.slice(refusal.indexOf(" ") + 1)).toBe(expected);
  });

  it("predicts a refusal for an unknown value of an enum, unless it is a number", () => {
    const room = (audioMixing: unknown) => refusals({ egress: { room: { audioMixing } } });
    expect(room("UNHEARD_OF")).toEqual([expect.stringContaining("1.11.0 /roomConfig/egress/room/audioMixing")]);
    // Older servers do not know the member at all, whatever its value.
    expect(room(99)).toEqual([expect.stringContaining("livekit-server@1.8.3 /roomConfig/egress/room/audioMixing")]);
    const preset = (value: unknown) => refusals({ egress: { participant: { preset: value } } });
    expect(preset("PASSTHROUGH")).toEqual([expect.stringContaining("/roomConfig/egress/participant/preset")]);
    expect(preset(8)).toEqual([]);
    expect(refusals({ agents: [{ restartPolicy: 1 }] })).toEqual([expect.stringContaining("restartPolicy")]);
  });

  it("predicts no refusal for an old member that is null or in another spelling", () => {
    expect(refusals({ emptyTimeout: null })).toEqual([]);
    expect(refusals({ empty_timeout: "60" })).toEqual([]);
  });

  it("names places by their path in the token", () => {
    const [refusal] = refusals({ agents: [{ agent_name: "a", restart_policy: "JRP_NEVER" }] });
    expect(refusal).toContain("/roomConfig/agents/0/restart_policy");
  });

  it("agrees with the table of targets on the last strict server", () => {
    // Every member that is younger than all strict servers must be refused by all of them.
    const young = Object.entries(sinces.RoomConfiguration ?? {})
      .concat(Object.entries(sinces.RoomAgentDispatch ?? {}))
      .filter(([, { member }]) => member !== undefined && compareProtocolVersions(member, "1.45.8") > 0);
    expect(young).not.toEqual([]);
    for (const [name] of young) {
      const refusal = refusals({ [name]: null }).concat(refusals({ agents: [{ [name]: null }] }));
      expect(refusal.some((line) => line.includes("livekit-server@1.11.0"))).toBe(true);
    }
    expect(predict("livekit-server@1.11.0", Claims.fromUnverified(forge(payload())))).toBe("accept");
  });

  it("returns undefined for invalid claims", () => {
    expect(serverGroups(payload({ name: 5 }))).toBeUndefined();
  });
});

describe("livekit-claims inspect --target", () => {
  const stdin = forge(payload({ roomConfig: { tags: { a: "b" } } }));

  it("prints the prediction for the target", async () => {
    const { code, stdout } = await command(["inspect", "--target", "livekit-server@1.9.11"], { stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('livekit-server@1.9.11 refuses it with 401 "invalid token", for: /roomConfig/tags\n');
    expect(stdout).toContain("error target-refuses: /roomConfig/tags requires protocol 1.45.2 or newer");
  });

  it.each([{ tags: null }, { unheardOf: 1 }, { agents: [{ restartPolicy: "NEVER" }] }])(
    "exits 1 when the target refuses %j, and 0 when the target accepts it",
    async (roomConfig) => {
      const world = { stdin: forge(payload({ roomConfig })) };
      for (const name of ["inspect", "lint"]) {
        const refused = await command([name, "--target", "livekit-server@1.9.11"], world);
        expect(refused).toMatchObject({
          code: 1,
          stdout: expect.stringContaining("error target-refuses: /roomConfig/"),
        });
        expect((await command([name, "--target", "livekit-server@1.13.5"], world)).code).toBe(0);
      }
    },
  );

  it("accepts a release of the protocol", async () => {
    const { protocol } = JSON.parse(readFileSync(join(GENERATED, "bundles", "index.json"), "utf8")).bundles[0];
    const newest = `protocol@${protocol}`;
    const { code, stdout } = await command(["inspect", "--target", newest], { stdin });
    expect(code).toBe(0);
    expect(stdout).toContain(`${newest} accepts it\n`);
  });

  it("exits 2 for an unknown target", async () => {
    expect(await command(["inspect", "--target", "1.9"], { stdin })).toMatchObject({ code: 2, stdout: "" });
  });
});
