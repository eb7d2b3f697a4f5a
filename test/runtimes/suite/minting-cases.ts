import type * as Api from "../../../src/index.js";
import type { Case } from "./case.js";
import { expectCode, expectEqual, expectTrue, failureOf } from "./expect.js";
import { payloadOf, signByHand } from "./hmac.js";

const KEY = "APIruntimes";
const SECRET = "runtimes-secret-of-32-characters";
const NOW = 1_767_225_600;
const at = { clock: () => NOW * 1000 };

/** Mints with the methods that applications call, and compares the bytes of the token. */
export function mintingCases({ AccessToken, AccessTokenError, Claims, claimsSchema }: typeof Api): Case[] {
  const start = () => AccessToken.withApiKey(KEY, SECRET);
  const alice = () => start().withIdentity("alice");
  return [
    {
      name: "the methods build the expected token, byte for byte",
      async run() {
        const token = alice()
          .withTtl("10m")
          .withGrants({ roomJoin: true, room: "stage" })
          .withAttributes({ seat: "12" });
        const jwt = await token.toJwt({ ...at, compact: true });
        const video = `{"roomJoin":true,"room":"stage"}`;
        const payload = `{"exp":${NOW + 600},"iss":"${KEY}","nbf":${NOW},"sub":"alice","video":${video},"attributes":{"seat":"12"}}`;
        expectEqual(payloadOf(jwt), payload, "payload");
        expectEqual(jwt, await signByHand('{"typ":"JWT","alg":"HS256"}', payload, SECRET), "token");
      },
    },
    {
      name: "text beyond ASCII and beyond U+FFFF is signed as UTF-8",
      async run() {
        const name = "Zoë \u0000\u2028 中文 👩‍🚀";
        const jwt = await alice().withName(name).toJwt(at);
        expectEqual(jwt, await signByHand('{"typ":"JWT","alg":"HS256"}', payloadOf(jwt), SECRET), "token");
        expectEqual(Claims.fromUnverified(jwt).name, name, "name");
      },
    },
    {
      name: "a secret beyond ASCII signs with its UTF-8 bytes",
      async run() {
        const secret = "schlüssel-中文-👩‍🚀-of-32-characters";
        const jwt = await AccessToken.withApiKey(KEY, secret).withIdentity("alice").toJwt(at);
        expectEqual(jwt, await signByHand('{"typ":"JWT","alg":"HS256"}', payloadOf(jwt), secret), "token");
      },
    },
    {
      name: "a token that is not signed yet serves as a template",
      async run() {
        const template = start().withGrants({ room: "stage", roomJoin: true });
        const [a, b] = await Promise.all(["a", "b"].map((identity) => template.withIdentity(identity).toJwt(at)));
        expectEqual(
          [a, b].map((jwt) => Claims.fromUnverified(jwt ?? "").sub),
          ["a", "b"],
          "subjects",
        );
        await expectCode(() => template.toJwt(at), "INVALID_CLAIMS");
      },
    },
    {
      name: "an error has a code, the place and a suggestion",
      async run() {
        const attempt = () =>
          alice()
            .withGrants({ roomName: "stage" } as never)
            .toJwt(at);
        const error = await failureOf(attempt);
        expectTrue(error instanceof AccessTokenError && error instanceof Error, "an AccessTokenError is thrown");
        const { code, name, issues } = error as Api.AccessTokenError;
        expectEqual([code, name], ["INVALID_CLAIMS", "AccessTokenError"], "code and name");
        expectEqual(
          issues.map(({ pointer, suggestion }) => [pointer, suggestion]),
          [["/video/roomName", "room"]],
          "issues",
        );
      },
    },
    {
      name: "secrets in a room configuration are rejected by default",
      async run() {
        const output = { s3: { accessKey: "key", secret: "hidden", bucket: "recordings" } };
        const egress = { room: { roomName: "stage", fileOutputs: [{ filepath: "a", ...output }] } };
        const token = alice().withRoomConfig({ egress });
        await expectCode(() => token.toJwt(at), "SENSITIVE_CREDENTIALS");
        await token.allowSensitiveCredentials().toJwt(at);
      },
    },
    {
      name: "keys are checked immediately",
      run: async () => {
        await expectCode(() => AccessToken.withApiKey("", SECRET), "INVALID_KEYS");
        await expectCode(() => AccessToken.withApiKey(KEY, ""), "INVALID_KEYS");
      },
    },
    {
      name: "the JSON and the text of an AccessToken do not contain the secret",
      run: () => expectTrue(!`${JSON.stringify(alice())}${alice()}`.includes(SECRET), "no secret in the text"),
    },
    {
      name: "the schemas are Standard Schemas",
      async run() {
        const result = await claimsSchema["~standard"].validate({ video: { room: 1 } });
        expectTrue("issues" in result && (result.issues?.length ?? 0) > 0, "issues are returned");
      },
    },
  ];
}
