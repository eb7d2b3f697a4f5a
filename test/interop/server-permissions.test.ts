import { ParticipantPermission, TrackSource } from "@livekit/protocol";
import { describe, expect, it } from "vitest";
import { TokenVerifier, type VideoGrants } from "../../src/index.js";
import { participantPermission } from "../../src/permissions.js";
import { forge } from "../support/tokens.js";
import { joining, payloadFor, tokenFor } from "./server-claims.js";
import { ignoredMembers } from "./server-knowledge.js";
import { everyMember } from "./server-members.js";
import { describeJoining } from "./server-suite.js";

/** Each video grant alone, and related grants together. */
const cases = [
  ...everyMember()
    .filter(({ path }) => path.startsWith("/video/"))
    .map(({ path, claims }) => ({ title: path, grants: claims.video as object })),
  ...[
    {},
    { canPublish: false },
    { canPublish: false, canPublishData: true },
    { canPublish: true, canPublishData: false },
    { canPublish: false, canSubscribe: false },
    { canPublish: false, canPublishSources: ["camera"] },
    { canPublishData: false, canPublishSources: ["camera", "microphone", "screen_share", "screen_share_audio"] },
    { canPublishSources: [] },
    { hidden: true, recorder: true, canUpdateOwnMetadata: true, canSubscribeMetrics: true },
  ].map((grants) => ({ title: JSON.stringify(grants), grants })),
];

const sources = ["camera", "microphone", "screen_share", "screen_share_audio"];

const sourceOf = (name: string): TrackSource =>
  TrackSource[name.toUpperCase() as keyof typeof TrackSource] ?? TrackSource.UNKNOWN;

describeJoining("the permissions of a participant", (server, join) => {
  describe.each(cases)("with $title", ({ grants }) => {
    it.each([{ compact: false }, { compact: true }])("are those of the claims, minted with %o", async (options) => {
      const { key, secret, version } = server();
      const token = await tokenFor(server(), joining({ video: grants }, "permitted")).toJwt(options);
      const claims = await TokenVerifier.withApiKey(key, secret).verify(token);
      const { response } = await join(token);
      const told = response.participant?.permission?.toJson({ emitDefaultValues: true });
      const expected = permissionOf(claims.video, ignoredMembers(version));
      expect(told).toEqual(expected.toJson({ emitDefaultValues: true }));
      expect(told).toEqual({ ...participantPermission(claims), ...withheld(ignoredMembers(version)) });
    });
  });

  it.each<[string, object, string[]]>([
    ["anything", {}, sources],
    ["nothing", { canPublish: false }, []],
    ["the sources named", { canPublishSources: ["camera", "screen_share"] }, ["camera", "screen_share"]],
    ["nothing, whatever the sources", { canPublish: false, canPublishSources: ["camera"] }, []],
  ])("include publishing %s", async (_, grants, permitted) => {
    const { participation } = await join(await tokenFor(server(), joining({ video: grants })).toJwt());
    for (const source of sources) {
      const answer = permitted.includes(source) ? "published" : "NOT_ALLOWED";
      expect([source, await participation.publish(sourceOf(source))]).toEqual([source, answer]);
    }
  });

  it("include no publishing with a source in upper case, which we do not sign", async () => {
    const claims = joining({ video: { canPublishSources: ["MICROPHONE"] } });
    const { participation } = await join(forge(payloadFor(server(), claims), { secret: server().secret }));
    for (const source of sources) expect(await participation.publish(sourceOf(source))).toBe("NOT_ALLOWED");
  });

  it.each([
    [false, "NOT_ALLOWED"],
    [true, "OK"],
  ])("depend for metadata on canUpdateOwnMetadata %s: %s", async (canUpdateOwnMetadata, answer) => {
    const { participation } = await join(
      await tokenFor(server(), joining({ video: { canUpdateOwnMetadata } })).toJwt({ compact: true }),
    );
    expect(await participation.updateMetadata("text")).toBe(answer);
  });
});

/** Returns the permission of the grants, with the protocol's names. */
function permissionOf(video: VideoGrants, ignored: readonly string[]): ParticipantPermission {
  const permission: Record<string, unknown> = {};
  for (const { localName } of ParticipantPermission.fields.list()) {
    const grant = localName === "canUpdateMetadata" ? "canUpdateOwnMetadata" : localName;
    const value = (video as unknown as Record<string, unknown>)[grant];
    permission[localName] = ignored.includes(`VideoGrants.${grant}`) ? false : (value ?? false);
  }
  return new ParticipantPermission({ ...permission, canPublishSources: video.canPublishSources.map(sourceOf) });
}

/** Returns the values in the permission of a server that does not know these grants. */
function withheld(ignored: readonly string[]): Record<string, boolean> {
  const permissions = ParticipantPermission.fields.list().map(({ localName }) => localName);
  const withheld = permissions.filter((permission) => ignored.includes(`VideoGrants.${permission}`));
  return Object.fromEntries(withheld.map((permission) => [permission, false]));
}
