import { describe, expect, it } from "vitest";
import { Claims } from "../../../src/index.js";
import { faultsOf } from "../../support/readers.js";
import { forge, issuesOf, payload } from "../../support/tokens.js";

// generated/vectors has the place of each fault: see test/src/index.vectors.test.ts. These tests are about keywords.

type Json = Record<string, unknown>;

const faults = (roomConfig: unknown) => faultsOf(forge(payload({ roomConfig })));
const at = (...pointers: string[]): string[] => pointers.map((pointer) => `/roomConfig${pointer}`);
const tracks = (output: unknown): Json => ({ egress: { tracks: output } });

describe("an invalid value is reported once, with the keyword of its fault", () => {
  it.each<[unknown, string]>([
    [5, " type"],
    [{ name: 5 }, "/name type"],
    [{ emptyTimeout: -1 }, "/emptyTimeout minimum"],
    [{ emptyTimeout: "-1" }, "/emptyTimeout minimum"],
    [{ max_participants: "4294967296" }, "/maxParticipants maximum"],
    [{ emptyTimeout: 1.5 }, "/emptyTimeout type"],
    [{ emptyTimeout: "ten" }, "/emptyTimeout type"],
    [{ agents: [{}, { restartPolicy: 1.5 }] }, "/agents/1/restartPolicy enum"],
    [{ agents: [{ restart_policy: true }] }, "/agents/0/restartPolicy enum"],
    [{ agents: [{ restartPolicy: {} }] }, "/agents/0/restartPolicy enum"],
    [{ agents: [{ attributes: { "a/b~": false } }] }, "/agents/0/attributes/a~1b~0 type"],
    [{ agents: [{ agentName: "a", agent_name: "b" }] }, "/agents/0/agent_name duplicate"],
    [tracks({ gcp: {}, s3: {} }), "/egress/tracks/gcp oneof"],
  ])("%j", async (roomConfig, fault) => {
    expect(await faults(roomConfig)).toEqual(at(fault));
  });

  it("reports several faults, and one for each place", async () => {
    const roomConfig = { name: 5, empty_timeout: -1, agents: [{ agentName: 1, restartPolicy: {} }], tags: { a: 1 } };
    expect((await faults(roomConfig)).sort()).toEqual(
      at(
        "/agents/0/agentName type",
        "/agents/0/restartPolicy enum",
        "/emptyTimeout minimum",
        "/name type",
        "/tags/a type",
      ),
    );
  });
});

it("names every member of a oneof in the message", async () => {
  const roomConfig = tracks({ s3: {}, gcp: {} });
  const [issue] = await issuesOf(() => Claims.fromUnverified(forge(payload({ roomConfig }))));
  expect(issue?.message).toBe("must not be set beside s3: at most one of s3, gcp, azure, aliOSS may be");
});
