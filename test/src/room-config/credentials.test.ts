import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AccessToken, type RoomConfiguration } from "../../../src/index.js";
import { findCredentials } from "../../../src/room-config/credentials.js";
import { clock, failure, KEY, payloadOf, pointersOf, SECRET } from "../../support/tokens.js";

const VALUE = "hunter2-tell-nobody";

interface Member {
  readonly $ref?: string;
  readonly type?: string;
  readonly items?: { readonly $ref?: string };
  readonly "x-secret"?: "refuse" | "warn";
}
interface Message {
  readonly properties?: Readonly<Record<string, Member>>;
}

const file = new URL("../../../schema/protocol/room-configuration.schema.json", import.meta.url);
const schema: Message & { readonly $defs: Readonly<Record<string, Message>> } = JSON.parse(readFileSync(file, "utf8"));

type MarkedPath = readonly [path: readonly (string | number)[], value: string | object];

/**
 * Returns every path to a member with the mark, by the first element of each list, with a value for it: a text, or an
 * empty message.
 */
function pathsTo(mark: "refuse" | "warn", message: Message = schema): MarkedPath[] {
  return Object.entries(message.properties ?? {}).flatMap(([name, member]): MarkedPath[] => {
    const here = member.type === "array" ? [name, 0] : [name];
    const target = schema.$defs[(member.$ref ?? member.items?.$ref ?? "").replace("#/$defs/", "")];
    if (member["x-secret"] === mark) return [[here, target ? {} : VALUE]];
    return target ? pathsTo(mark, target).map(([path, value]) => [[...here, ...path], value]) : [];
  });
}

/** Returns a room configuration with only the value at the path. */
const holding = (path: readonly (string | number)[], value: string | object): RoomConfiguration =>
  path.reduceRight<unknown>((inner, segment) => (segment === 0 ? [inner] : { [segment]: inner }), value) as object;
const pointer = (path: readonly (string | number)[]): string => `/roomConfig/${path.join("/")}`;

const token = AccessToken.withApiKey(KEY, SECRET);
const refused = pathsTo("refuse").map(([path, value]) => [pointer(path), path, value] as const);
const warned = pathsTo("warn").map(([path, value]) => [pointer(path), path, value] as const);

describe("a room configuration with a secret", () => {
  it.each(refused)("is rejected without the secret in the error: %s", async (at, path, value) => {
    const error = await failure(token.withRoomConfig(holding(path, value)).toJwt({ clock }));
    expect(error.code).toBe("SENSITIVE_CREDENTIALS");
    expect(error.issues).toEqual([
      {
        path: ["roomConfig", ...path],
        pointer: at,
        keyword: "x-secret",
        message: "is a secret that whoever holds the token can read",
      },
    ]);
    expect(error.message).toContain(`${at} is a secret`);
    expect(`${error.message} ${error.stack} ${JSON.stringify(error.issues)}`).not.toContain(VALUE);
  });

  it.each([...refused, ...warned])("is accepted with allowSensitiveCredentials: %s", async (_, path, value) => {
    const config = holding(path, value);
    for (const draft of [token.withRoomConfig(config), token.withClaims({ roomConfig: config })]) {
      expect(payloadOf(await draft.allowSensitiveCredentials().toJwt()).roomConfig).toEqual(config);
    }
  });

  it.each(warned)("is accepted when the schema only warns of it: %s", async (_, path, value) => {
    const config = holding(path, value);
    expect(payloadOf(await token.withRoomConfig(config).toJwt()).roomConfig).toEqual(config);
  });

  it("is found in every configuration of uploads and streams", () => {
    const pointers = refused.map(([at]) => at);
    expect(pointers).toEqual(
      expect.arrayContaining([
        "/roomConfig/egress/room/file/s3/secret",
        "/roomConfig/egress/room/segments/s3/sessionToken",
        "/roomConfig/egress/room/stream/urls/0",
        "/roomConfig/egress/room/fileOutputs/0/gcp/credentials",
        "/roomConfig/egress/room/streamOutputs/0/urls/0",
        "/roomConfig/egress/room/streamOutputs/0/destinations/0/url",
        "/roomConfig/egress/room/segmentOutputs/0/aliOSS/secret",
        "/roomConfig/egress/room/imageOutputs/0/azure/accountKey",
        "/roomConfig/egress/room/imageOutputs/0/s3/proxy/password",
        "/roomConfig/egress/participant/fileOutputs/0/s3/secret",
        "/roomConfig/egress/participant/segmentOutputs/0/gcp/proxy/password",
        "/roomConfig/egress/tracks/azure/accountKey",
      ]),
    );
    expect(new Set(pointers).size).toBe(pointers.length);
    expect(warned.map(([at]) => at)).toContain("/roomConfig/egress/tracks/s3/accessKey");
  });
});

describe("secrets", () => {
  it("are reported one by one, in any list", async () => {
    const draft = token.withRoomConfig({
      egress: {
        room: {
          streamOutputs: [{}, { urls: ["rtmp://a/key", "rtmp://b/key"] }],
          imageOutputs: [{ s3: { accessKey: "id", secret: "s", sessionToken: "t" } }],
        },
        tracks: { filepath: "f", gcp: { bucket: "b", credentials: "c", proxy: { username: "u", password: "p" } } },
      },
    });
    expect((await pointersOf(draft.toJwt({ clock }))).sort()).toEqual([
      "/roomConfig/egress/room/imageOutputs/0/s3/secret",
      "/roomConfig/egress/room/imageOutputs/0/s3/sessionToken",
      "/roomConfig/egress/room/streamOutputs/1/urls/0",
      "/roomConfig/egress/room/streamOutputs/1/urls/1",
      "/roomConfig/egress/tracks/gcp/credentials",
      "/roomConfig/egress/tracks/gcp/proxy/password",
    ]);
  });

  it("are counted beyond twenty", async () => {
    const urls = Array.from({ length: 25 }, (_, index) => `rtmp://host/${index}`);
    const error = await failure(token.withRoomConfig({ egress: { room: { stream: { urls } } } }).toJwt());
    expect(error.issues).toHaveLength(21);
    expect(error.issues.at(-1)).toMatchObject({ pointer: "", message: "and 5 more" });
  });

  it("are found in the result of toJson()", async () => {
    const config = holding(["egress", "tracks", "gcp", "credentials"], VALUE);
    expect(await pointersOf(token.withRoomConfig({ toJson: () => config }).toJwt())).toEqual([
      "/roomConfig/egress/tracks/gcp/credentials",
    ]);
  });

  it("do not include empty values, or members of the same name elsewhere", async () => {
    const draft = token.withRoomConfig({
      tags: { secret: "x", password: "x", urls: "x" },
      agents: [{ attributes: { secret: "x", credentials: "x" } }],
      egress: {
        room: { fileOutputs: [{ s3: { secret: "", metadata: { secret: "x" } } }], streamOutputs: [{ urls: [""] }] },
      },
    });
    expect(payloadOf(await draft.toJwt())).toMatchObject({ roomConfig: { tags: { secret: "x" } } });
  });
});

describe("a URL with a user name or password in it", () => {
  const s3 = (upload: object): RoomConfiguration => ({ egress: { tracks: { s3: upload } } });
  it.each<[string, object, string]>([
    ["a proxy", s3({ proxy: { url: "http://user:password@proxy:3128" } }), "/roomConfig/egress/tracks/s3/proxy/url"],
    ["an endpoint", s3({ endpoint: "https://key@minio" }), "/roomConfig/egress/tracks/s3/endpoint"],
    ["a scheme in upper case", s3({ endpoint: " HTTPS://a:b@minio" }), "/roomConfig/egress/tracks/s3/endpoint"],
    [
      "a base URL",
      { egress: { room: { custom_base_url: "https://a:b@host/x" } } },
      "/roomConfig/egress/room/customBaseUrl",
    ],
    ["a tag", { tags: { hook: "https://a:b@host" } }, "/roomConfig/tags/hook"],
  ])("is rejected unless secrets are allowed: %s", async (_, config, at) => {
    const draft = token.withRoomConfig(config as RoomConfiguration);
    const { code, issues } = await failure(draft.toJwt({ clock }));
    expect([code, issues.map((issue) => [issue.pointer, issue.keyword])]).toEqual([
      "SENSITIVE_CREDENTIALS",
      [[at, "user-info"]],
    ]);
    await expect(draft.allowSensitiveCredentials().toJwt({ clock })).resolves.toMatch(/^eyJ/);
  });

  it.each([
    "//user:password@host",
    "\\\\user:password@host",
    "https:user:password@host",
    "http:user:password@host",
    "ws:user:password@host",
    "https:/user:password@host",
    "wss:///user:password@host",
    "ht\ttps://user:password@host",
    "https:/\n/user:password@host",
    "\u0000https://user:password@host",
    "https://:password@host",
    "https://user%3Apassword@host",
    "https://user:pass%40word@host",
    "https://user:password@[::1]:80",
    "S3://user:password@host",
    "jdbc:mysql://user:password@host",
    "https://host https://user:password@host",
    '{"database":"postgres://user:password@host/db"}',
  ])("is found however it is written: %j", (url) => {
    expect(findCredentials({ metadata: url }).map(({ kind }) => kind)).toEqual(["user-info"]);
  });

  it("is not found in long texts of any part of a URL, which a search in quadratic time would not get through", () => {
    for (const part of [" ", "a", ":", "/", "://", "https:", "\t", '"', "a:"]) {
      const long = part.repeat(200_000 / part.length);
      expect(findCredentials({ metadata: long, tags: { a: `https://${long}` } })).toEqual([]);
    }
  });

  it.each([
    '{"home":"https://host","mail":"a@b"}',
    "https://host\\@b",
    "see https://host or mail a@b",
    "https://host/path@1",
    "https://host?a=b@c",
    "https://host#a@b",
    "mailto:a@b",
    "a@b",
    "minio:9000",
    "//host",
  ])("does not include %j", async (url) => {
    await expect(token.withRoomConfig(s3({ endpoint: url })).toJwt({ clock })).resolves.toMatch(/^eyJ/);
  });

  it("that is a secret too is reported once, as a secret", () => {
    const config = { egress: { room: { stream: { urls: ["rtmp://user:password@host/key"] } } } };
    expect(findCredentials(config).map(({ kind }) => kind)).toEqual(["secret"]);
  });
});

describe("credentials", () => {
  it.each(["kind", "of", "many", "secret", "oneof"])(
    "are found beside a member %s of Object.prototype",
    async (name) => {
      const config = { egress: { tracks: { s3: { session_token: "x" } } } };
      Object.defineProperty(Object.prototype, name, {
        value: "warn",
        configurable: true,
        enumerable: true,
        writable: true,
      });
      try {
        expect(findCredentials(config).map(({ kind }) => kind)).toEqual(["secret"]);
        expect((await failure(token.withRoomConfig(config as object).toJwt({ clock }))).code).toBe(
          "SENSITIVE_CREDENTIALS",
        );
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
    },
  );

  it("are found in both spellings of a member, where both are set", () => {
    const s3 = { session_token: "x", sessionToken: "y", access_key: "z", accessKey: "https://a:b@host" };
    expect(findCredentials({ egress: { tracks: { s3 } } }).map(({ kind, path }) => [kind, path.at(-1)])).toEqual([
      ["secret", "session_token"],
      ["secret", "sessionToken"],
      ["access-key", "access_key"],
      ["user-info", "accessKey"],
    ]);
  });

  it("have a message that says what whoever holds the token learns", () => {
    const s3 = { accessKey: "a", secret: "b", endpoint: "https://c:d@host" };
    expect(findCredentials({ egress: { tracks: { s3 } } }).map(({ path, message }) => [path.at(-1), message])).toEqual([
      ["accessKey", "names an account to whoever holds the token"],
      ["secret", "is a secret that whoever holds the token can read"],
      ["endpoint", "has a user name or password in its URL, which whoever holds the token can read"],
    ]);
  });

  it("are looked for in values of any type, and are no nulls", () => {
    const url = "https://a:b@host";
    const config = {
      egress: { tracks: { gcp: { credentials: null }, s3: null } },
      tags: 5,
      name: { toString: 1, url },
    };
    expect(findCredentials(config).map(({ path }) => path)).toEqual([["roomConfig", "name", "url"]]);
  });

  it("are found in members that the schema does not know, unless they are nested deeper than any message", () => {
    const nested = (depth: number): unknown => (depth === 0 ? "https://a:b@host" : [nested(depth - 1)]);
    expect(findCredentials({ hook: nested(98) }).map(({ kind }) => kind)).toEqual(["user-info"]);
    expect(findCredentials({ hook: nested(99) })).toEqual([]);
    expect(findCredentials({ hook: nested(1000) })).toEqual([]);
  });
});
