import { describe, expect, it } from "vitest";
import { describeMember } from "../../../src/inspector/claims-schema.js";
import { CLAIMS_SCHEMA } from "../../support/claims-schema.js";

const about = (path: (string | number)[], value?: unknown) => describeMember(CLAIMS_SCHEMA, path, value);

describe("a member is described", () => {
  it("by its schema, with the first releases that know it", () => {
    const { description } = CLAIMS_SCHEMA.$defs.VideoGrants?.properties?.canPublishSources ?? {};
    expect(about(["video", "canPublishSources"])).toEqual({
      name: "canPublishSources",
      description,
      since: "Since protocol 1.4.0, livekit-server 1.3.5.",
    });
  });

  it("within a list of messages, in any spelling", () => {
    expect(about(["roomConfig", "agents", 0, "agent_name"])).toMatchObject({ name: "agentName" });
  });

  it("with the release of its value", () => {
    expect(about(["kind"], "bridge")?.since).toMatch(/^Since protocol .*This value since protocol /);
    expect(about(["kind"], "agent")?.since).not.toContain("This value");
  });

  it.each([[["nothing"]], [["video", "nothing"]], [["attributes", "key"]], [["kindDetails", 0]], [["__proto__"]]])(
    "not at all at %j",
    (path) => {
      expect(about(path)).toBeUndefined();
    },
  );
});

it("every member of the claims is described", () => {
  for (const name of Object.keys(CLAIMS_SCHEMA.properties)) expect(about([name])?.description).not.toBe("");
});
