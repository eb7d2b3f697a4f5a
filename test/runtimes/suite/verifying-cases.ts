import type * as Api from "../../../src/index.js";
import type { Case } from "./case.js";
import { expectCode, expectEqual } from "./expect.js";
import { digestByHand } from "./hmac.js";

const KEY = "APIruntimes";
const SECRET = "runtimes-secret-of-32-characters";

/** Verifies as applications do, with the runtime's own clock. */
export function verifyingCases({ AccessToken, TokenVerifier, hashBody, verifyBody }: typeof Api): Case[] {
  const mint = (identity = "alice") => AccessToken.withApiKey(KEY, SECRET).withIdentity(identity).toJwt();
  const verifier = () => TokenVerifier.withApiKey(KEY, SECRET);
  return [
    {
      name: "a new token verifies",
      run: async () => expectEqual((await verifier().verify(await mint())).sub, "alice", "subject"),
    },
    {
      name: "a verifier verifies many tokens at the same time",
      async run() {
        const shared = verifier();
        const identities = Array.from({ length: 50 }, (_, index) => `participant-${index}`);
        const claims = await Promise.all(identities.map(async (identity) => shared.verify(await mint(identity))));
        expectEqual(
          claims.map(({ sub }) => sub),
          identities,
          "subjects",
        );
      },
    },
    {
      name: "a changed token is rejected",
      async run() {
        const [header, payload, signature = ""] = (await mint()).split(".");
        const other = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
        await expectCode(() => verifier().verify(`${header}.${payload}.${other}`), "INVALID_SIGNATURE");
      },
    },
    {
      name: "several secrets are accepted, also from an async function",
      async run() {
        const token = await mint();
        await TokenVerifier.withKeys({ [KEY]: ["new-secret", SECRET], other: "x" }).verify(token);
        await TokenVerifier.withKeys(async (issuer) => (issuer === KEY ? SECRET : undefined)).verify(token);
        await expectCode(() => TokenVerifier.withKeys(async () => undefined).verify(token), "INVALID_ISSUER");
      },
    },
    {
      name: "a webhook's body is verified, as text and as bytes",
      async run() {
        const body = '{"event":"room_started","room":{"name":"Bühne 👩‍🚀"}}';
        const digest = await hashBody(body);
        expectEqual(digest, await digestByHand(body), "digest");
        const token = await AccessToken.withApiKey(KEY, SECRET).withSha256(digest).toJwt();
        const { claims, event } = await verifier().verifyWebhook(body, token);
        expectEqual(event.event, "room_started", "event");
        await verifier().verifyWebhook(new TextEncoder().encode(body), `Bearer ${token}`);
        await verifier().verifyWebhook(new TextEncoder().encode(body).buffer, token);
        await verifyBody(claims, body);
        await expectCode(() => verifier().verifyWebhook(`${body} `, token), "BODY_MISMATCH");
      },
    },
    {
      name: "a token of several hundred kilobytes verifies",
      async run() {
        const metadata = "ü".repeat(300_000);
        const token = await AccessToken.withApiKey(KEY, SECRET).withIdentity("alice").withMetadata(metadata).toJwt();
        expectEqual((await verifier().verify(token)).metadata.length, metadata.length, "length of the metadata");
      },
    },
  ];
}
