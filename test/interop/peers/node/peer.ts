/** Mints and verifies tokens with the Node SDK, for each line of JSON on standard input. */

import {
  AccessToken,
  type InferenceGrant,
  type ObservabilityGrant,
  RoomConfiguration,
  type SIPGrant,
  TokenVerifier,
  TrackSource,
  type VideoGrant,
} from "livekit-server-sdk";
import { linesOf } from "../../lines.js";

type Json = Record<string, unknown>;
type Setter = (token: AccessToken, value: never) => void;

const SETTERS: Readonly<Record<string, Setter>> = {
  sub: (token, value: string) => {
    token.identity = value;
  },
  exp: (token, value: number) => {
    token.ttl = `${Math.max(0, value - Math.floor(Date.now() / 1000))}s`;
  },
  name: (token, value: string) => {
    token.name = value;
  },
  metadata: (token, value: string) => {
    token.metadata = value;
  },
  attributes: (token, value: Record<string, string>) => {
    token.attributes = value;
  },
  kind: (token, value: string) => {
    token.kind = value;
  },
  sha256: (token, value: string) => {
    token.sha256 = value;
  },
  roomPreset: (token, value: string) => {
    token.roomPreset = value;
  },
  roomConfig: (token, value: Parameters<typeof RoomConfiguration.fromJson>[0]) => {
    if (value !== null) token.roomConfig = RoomConfiguration.fromJson(value, { ignoreUnknownFields: true });
  },
  video: (token, value: Omit<VideoGrant, "canPublishSources"> & { canPublishSources?: string[] }) => {
    const { canPublishSources: names, ...grant } = value;
    token.addGrant(names ? { ...grant, canPublishSources: names.map(toTrackSource) } : grant);
  },
  sip: (token, value: SIPGrant) => token.addSIPGrant(value),
  inference: (token, value: InferenceGrant) => token.addInferenceGrant(value),
  observability: (token, value: ObservabilityGrant) => token.addObservabilityGrant(value),
};

function toTrackSource(name: string): TrackSource {
  return TrackSource[name.toUpperCase() as keyof typeof TrackSource];
}

async function mint({ key, secret, claims }: { key: string; secret: string; claims: Json }): Promise<Json> {
  const token = new AccessToken(key, secret);
  const skipped: string[] = [];
  for (const [name, value] of Object.entries(claims)) {
    if (SETTERS[name]) SETTERS[name](token, value as never);
    else if (name !== "iss") skipped.push(`/${name}`);
  }
  skipped.push(...findSkipped(claims.roomConfig, token.roomConfig?.toJson(), "/roomConfig"));
  return { ok: true, token: await token.toJwt(), skipped };
}

/** Returns the members that the SDK's messages cannot hold, or leave out. */
function findSkipped(given: unknown, held: unknown, at: string): string[] {
  if (typeof given !== "object" || typeof held !== "object" || given === null || held === null) return [];
  const parts = held as Json;
  return Object.entries(given).flatMap(([name, value]) =>
    name in parts ? findSkipped(value, parts[name], `${at}/${name}`) : [`${at}/${name}`],
  );
}

async function verify({ key, secret, token }: { key: string; secret: string; token: string }): Promise<Json> {
  return { ok: true, claims: await new TokenVerifier(key, secret).verify(token) };
}

async function answer(line: string): Promise<Json> {
  try {
    const { op, ...request } = JSON.parse(line);
    return await (op === "mint" ? mint(request) : verify(request));
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}

for await (const line of linesOf(process.stdin)) process.stdout.write(`${JSON.stringify(await answer(line))}\n`);
