import { describe, expect, it } from "vitest";
import { TokenVerifier } from "../../../src/index.js";
import { claimsToMint, type MintRequest, mintToken, ttlOf } from "../../../src/inspector/minting.js";
import { KEY, SECRET } from "../../support/tokens.js";

const request: MintRequest = {
  claims: { sub: "alice", video: { roomJoin: true, room: "stage" } },
  apiKey: KEY,
  secret: SECRET,
  ttl: "90s",
  compact: false,
  allowSensitive: false,
};

it("mints what verifies, for as long as is asked", async () => {
  const minted = await mintToken(request);
  const claims = await TokenVerifier.withApiKey(KEY, SECRET).verify("token" in minted ? minted.token : "");
  expect(claims).toMatchObject({ sub: "alice", video: { roomJoin: true, room: "stage" } });
  expect(claims.exp - claims.nbf).toBe(90);
});

it.each<[string, Partial<MintRequest>, string, string[]]>([
  ["a key that is empty", { apiKey: "" }, "INVALID_KEYS", []],
  ["a length of time that is none", { ttl: "soon" }, "INVALID_CLAIMS", ["/ttl"]],
  ["claims that are invalid", { claims: { video: { rooom: 1 } } }, "INVALID_CLAIMS", ["/video/rooom"]],
  [
    "secrets",
    { claims: { roomConfig: { egress: { room: { fileOutputs: [{ filepath: "f", s3: { secret: "s" } }] } } } } },
    "SENSITIVE_CREDENTIALS",
    ["/roomConfig/egress/room/fileOutputs/0/s3/secret"],
  ],
])("reports %s", async (_, more, error, pointers) => {
  const minted = await mintToken({ ...request, ...more });
  expect(minted).toMatchObject({ error });
  expect("issues" in minted && minted.issues.map(({ pointer }) => pointer)).toEqual(pointers);
});

describe("a token that is taken to be changed", () => {
  it("loses what signing sets", () => {
    expect(claimsToMint({ iss: "k", exp: 2, nbf: 1, iat: 1, sub: "alice" })).toEqual({ sub: "alice" });
  });

  it.each([
    [{ nbf: 100, exp: 160 }, "60s"],
    [{ nbf: 0, iat: 100, exp: 160 }, "60s"],
    [{ nbf: 0, exp: 160 }, ""],
    [{ nbf: 200, exp: 160 }, ""],
    [{ iat: "x", exp: "y" }, ""],
  ])("of %j lasts %j", (claims, ttl) => {
    expect(ttlOf(claims)).toBe(ttl);
  });
});
