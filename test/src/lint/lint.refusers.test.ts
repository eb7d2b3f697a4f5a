import { describe, expect, it } from "vitest";
import { findDrafts } from "../../../src/lint/lint.js";
import { contextOf, type LintOptions } from "../../../src/lint/options.js";
import { read } from "../../../src/lint/reading.js";
import { target } from "../../../src/targets.js";
import { payload } from "../../support/lint.js";
import { clock, forge, forgeWith, KEY, NOW, SECRET } from "../../support/tokens.js";

const OLD = { target: target("livekit-server@1.9.11") };
const { exp: _, ...endless } = payload();

describe("a finding names who refuses the token for it", () => {
  const joining = (members: object) => payload({ video: { roomJoin: true, room: "r" }, ...members });
  it.each<[code: string, pointer: string, refuser: string | undefined, tokenOrClaims: unknown, options?: LintOptions]>([
    ["unsupported-algorithm", "", "libraries", forgeWith("HS512", payload())],
    ["malformed-token", "", "everyone", `${forge(payload())}.x.x`],
    ["malformed-token", "", "everyone", forge(payload()).replaceAll(".", "%2E")],
    ["not-a-token", "", "everyone", SECRET, { apiKey: KEY, secret: SECRET }],
    ["missing-iss", "iss", "everyone", payload({ iss: "" })],
    ["missing-iss", "iss", "everyone", { ...payload(), iss: undefined }],
    ["missing-exp", "exp", "libraries", endless],
    ["null-claim", "iss", "everyone", payload({ iss: null })],
    ["null-claim", "name", "libraries", payload({ name: null })],
    ["null-claim", "video/room", "libraries", payload({ video: { room: null } })],
    ["invalid-claims", "name", "everyone", payload({ name: 5 })],
    ["join-without-identity", "sub", "joining", joining({ sub: "" })],
    ["join-without-room", "video/room", "joining", payload({ video: { roomJoin: true } })],
    ["over-limit", "video/room", "joining", joining({ video: { roomJoin: true, room: "r".repeat(300) } })],
    ["over-limit", "sub", "joining", joining({ sub: "s".repeat(300) })],
    ["over-limit", "name", undefined, joining({ name: "n".repeat(300) })],
    ["over-limit", "metadata", "joining", joining({ metadata: "m".repeat(600_000) })],
    ["over-limit", "attributes", "joining", joining({ attributes: { a: "a".repeat(70_000) } })],
    ["target-refuses", "roomConfig/tags", "server", payload({ roomConfig: { tags: { a: "b" } } }), OLD],
    ["target-refuses", "", "server", forgeWith("HS512", payload()), { target: target("livekit-server@1.13.0") }],
    ["target-refuses", "exp", "server", endless, { target: target("livekit-server@1.13.6") }],
    ["target-refuses", "iat", "server", payload({ iat: NOW + 10_000 }), OLD],
    ["target-ignores", "agentThread", undefined, payload({ agentThread: { all: true } }), OLD],
  ])("%s at /%s: %s", (code, pointer, refuser, tokenOrClaims, options) => {
    const drafts = findDrafts(read(tokenOrClaims), contextOf({ clock, ...options }));
    const found = drafts.filter((each) => each.code === code && each.path.join("/") === pointer);
    expect(found).toHaveLength(1);
    expect(found[0]?.refusedBy).toBe(refuser);
  });
});
