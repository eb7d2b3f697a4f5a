import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccessToken, buildClaims, type ClaimsInit } from "../../../src/index.js";
import { validClaims } from "../../support/arbitrary-claims.js";
import { clock, KEY, payloadOf, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET).allowSensitiveCredentials();

const compact = async ({ exp: _exp, nbf: _nbf, iss: _iss, ...claims }: ClaimsInit): Promise<Payload> =>
  payloadOf(await token.withClaims(claims).toJwt({ clock, compact: true })) as Payload;
const full = async ({ exp: _exp, nbf: _nbf, iss: _iss, ...claims }: ClaimsInit): Promise<Payload> =>
  payloadOf(await token.withClaims(claims).toJwt({ clock })) as Payload;

interface Payload {
  readonly video?: Readonly<Record<string, unknown>>;
  readonly sip?: unknown;
}

/** The three rights that default to true, as each SDK or the server reads them. */
type Rights = readonly [canPublish: boolean, canSubscribe: boolean, canPublishData: boolean];
const said = (video: Readonly<Record<string, unknown>> | undefined, name: string): boolean | undefined =>
  video?.[name] as boolean | undefined;

const READERS: Readonly<Record<string, (payload: Payload) => Rights>> = {
  // auth/grants.go: GetCanPublish and GetCanSubscribe return true for nil, GetCanPublishData calls GetCanPublish.
  "Go and the server": ({ video }) => {
    const canPublish = said(video, "canPublish") ?? true;
    return [canPublish, said(video, "canSubscribe") ?? true, said(video, "canPublishData") ?? canPublish];
  },
  // livekit-server-sdk returns the parsed payload. By its documentation, defaults are those of the server.
  Node: ({ video }) => {
    const canPublish = said(video, "canPublish") !== false;
    return [canPublish, said(video, "canSubscribe") !== false, said(video, "canPublishData") ?? canPublish];
  },
  // access_token.py: can_publish, can_subscribe and can_publish_data of VideoGrants default to True.
  Python: ({ video = {} }) => {
    const grants: Readonly<Record<string, unknown>> = {
      ...{ canPublish: true, canSubscribe: true, canPublishData: true },
      ...video,
    };
    return [grants.canPublish, grants.canSubscribe, grants.canPublishData] as unknown as Rights;
  },
  // access_token.rs: #[serde(default = "default_true")] on the three, and on Claims as a whole.
  Rust: ({ video }) => [
    said(video, "canPublish") ?? true,
    said(video, "canSubscribe") ?? true,
    said(video, "canPublishData") ?? true,
  ],
  // AccessToken.java does not read claims, so the server's rules apply to a token of Java.
  Java: ({ video }) => {
    const grants = new Map(Object.entries(video ?? {}));
    const canPublish = grants.get("canPublish") !== false;
    const data = grants.has("canPublishData") ? grants.get("canPublishData") === true : canPublish;
    return [canPublish, grants.get("canSubscribe") !== false, data];
  },
};

describe("a compact token", () => {
  it("has the same rights as the full one in every SDK", async () => {
    const choices = [undefined, true, false];
    for (const canPublish of choices) {
      for (const canSubscribe of choices) {
        for (const canPublishData of choices) {
          const set = Object.entries({ canPublish, canSubscribe, canPublishData }).filter(([, v]) => v !== undefined);
          const claims = { sub: "a", video: { roomJoin: true, room: "r", ...Object.fromEntries(set) } };
          const built = buildClaims(claims).video;
          const rights: Rights = [built.canPublish, built.canSubscribe, built.canPublishData];
          for (const [reader, read] of Object.entries(READERS)) {
            expect([reader, claims.video, read(await compact(claims))]).toEqual([reader, claims.video, rights]);
            expect([reader, claims.video, read(await full(claims))]).toEqual([reader, claims.video, rights]);
          }
        }
      }
    }
  });

  it.each<[object, object | undefined]>([
    [{ room: "r" }, { room: "r" }],
    [{ room: "r", canPublish: true, canSubscribe: true, canPublishData: true }, { room: "r" }],
    [{ canPublish: false }, { canPublish: false, canPublishData: false }],
    [
      { canPublish: false, canPublishData: true },
      { canPublish: false, canPublishData: true },
    ],
    [{ canPublishData: false }, { canPublishData: false }],
    [{ canSubscribe: false }, { canSubscribe: false }],
    [{}, undefined],
    [{ canPublish: true, hidden: false, canPublishSources: [] }, undefined],
  ])("has for the video grants %j the members %j", async (video, expected) => {
    expect((await compact({ video })).video).toEqual(expected);
  });

  it("has only members of the full one, in the same order", async () => {
    const names = (value: unknown): string[] =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([name, member]) => [name, ...names(member).map((each) => `${name}.${each}`)])
        : [];
    await fc.assert(
      fc.asyncProperty(validClaims, async (claims) => {
        const [short, long] = [names(await compact(claims)), names(await full(claims))];
        expect(long.filter((name) => short.includes(name))).toEqual(short);
      }),
    );
  });
});
