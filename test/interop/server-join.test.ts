import { ParticipantInfo_Kind, ParticipantInfo_KindDetail } from "@livekit/protocol";
import { expect, it } from "vitest";
import { forge } from "../support/tokens.js";
import { joining, payloadFor, tokenFor } from "./server-claims.js";
import { ignoredMembers } from "./server-knowledge.js";
import { everyMember, type Single } from "./server-members.js";
import { describeJoining } from "./server-suite.js";

const membersOf = (claim: string): Single[] => everyMember().filter(({ name }) => name.startsWith(`${claim}=`));

describeJoining("a participant that joins", (server, join) => {
  const isIgnored = (name: string): boolean => ignoredMembers(server().version).includes(name);

  it.each([{ compact: false }, { compact: true }])(
    "has the identity, name, metadata and attributes of the claims, minted with %o",
    async (options) => {
      const texts = { name: "Åsa 🎥", metadata: '{"a":1}', attributes: { seat: "12", ключ: "\u2028" } };
      const { response } = await join(await tokenFor(server(), joining({ sub: "alice ✓", ...texts })).toJwt(options));
      expect(response.participant).toMatchObject({ identity: "alice ✓", ...texts });
      expect(response.room?.name).toBe("stage");
      expect(response.serverInfo?.version).toBe(server().version);
    },
  );

  it("is a standard participant without name, metadata and attributes by default", async () => {
    const { response } = await join(await tokenFor(server(), joining()).toJwt());
    const kind = ParticipantInfo_Kind.STANDARD;
    expect(response.participant).toMatchObject({ name: "", metadata: "", attributes: {}, kind, kindDetails: [] });
  });

  it.each(membersOf("Claims.kind"))("has the kind in $path", async ({ name, claims }) => {
    const { response } = await join(await tokenFor(server(), joining(claims)).toJwt());
    const kind = ParticipantInfo_Kind[upper(claims.kind) as keyof typeof ParticipantInfo_Kind];
    expect(kind).toBeDefined();
    expect(response.participant?.kind).toBe(isIgnored(name) ? ParticipantInfo_Kind.STANDARD : kind);
  });

  it.each(membersOf("Claims.kindDetails"))("has the detail in $path", async ({ name, claims }) => {
    const { response } = await join(await tokenFor(server(), joining(claims)).toJwt());
    const [detail] = claims.kindDetails as [unknown];
    const expected = ParticipantInfo_KindDetail[upper(detail) as keyof typeof ParticipantInfo_KindDetail];
    expect(expected).toBeDefined();
    expect(response.participant?.kindDetails).toEqual(isIgnored(name) ? [] : [expected]);
  });

  it("opens the room with the room configuration", async () => {
    const room = { emptyTimeout: 77, departureTimeout: 33, maxParticipants: 5, metadata: "text" };
    const agents = [{ agentName: "helper", metadata: "job" }];
    const claims = joining({ roomConfig: { ...room, agents } }, "configured");
    const { response } = await join(await tokenFor(server(), claims).toJwt({ compact: true }));
    expect(response.room).toMatchObject({ name: "configured", ...room });
    const admin = await tokenFor(server(), { video: { roomAdmin: true, room: "configured" } }).toJwt();
    const { json } = await server().twirp("AgentDispatchService/ListDispatch", admin, { room: "configured" });
    expect(json).toMatchObject({ agent_dispatches: [{ agent_name: "helper", metadata: "job" }] });
  });

  it("is invisible to others when hidden", async () => {
    await join(await tokenFor(server(), joining({ sub: "ghost", video: { hidden: true } })).toJwt());
    await join(await tokenFor(server(), joining({ sub: "guest" })).toJwt());
    const { response } = await join(await tokenFor(server(), joining({ sub: "alice" })).toJwt());
    expect(response.otherParticipants.map(({ identity }) => identity)).toEqual(["guest"]);
  });

  it("gets another identity for a lone surrogate, which we do not sign", async () => {
    const { response } = await join(
      forge(payloadFor(server(), joining({ sub: "alice\ud800" })), { secret: server().secret }),
    );
    expect(response.participant?.identity).toBe("alice\ufffd");
  });
});

const upper = (name: unknown): string => String(name).toUpperCase();
