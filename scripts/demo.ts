import { readFile } from "node:fs/promises";
import { AccessToken, AccessTokenError, Claims, type ClaimsInit, TokenVerifier } from "../src/index.js";

/** Claims as they come from a file or a form. */
const CLAIMS: ClaimsInit = JSON.parse(`{
  "sub": "alice",
  "name": "Alice",
  "video": { "roomJoin": true, "room": "my-room", "canPublishSources": ["camera", "microphone"] },
  "roomConfig": { "emptyTimeout": 60, "agents": [{ "agentName": "greeter" }] }
}`);

const times: [string, number][] = [];

async function timed<T>(step: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times.push([step, performance.now() - start]);
  return result;
}

const show = (title: string, value: unknown) =>
  console.log(`\n${title}\n${typeof value === "string" ? value : JSON.stringify(value, null, 2)}`);

const key = { apiKey: "devkey", apiSecret: "secret-of-at-least-32-characters" };
const token = await timed("mint", () => AccessToken.withApiKey(key.apiKey, key.apiSecret).withClaims(CLAIMS).toJwt());
show("A join token, minted from claims in JSON:", token);

const verifier = TokenVerifier.withApiKey(key.apiKey, key.apiSecret);
show("The claims of this token, after verification:", await timed("verify", () => verifier.verify(token)));

// The test token of LiveKit's Rust SDK, made by its Python SDK.
const seedToken = (await readFile(new URL("../test/fixtures/seed-token.txt", import.meta.url), "utf8")).trim();
const seedVerifier = TokenVerifier.withApiKey("myapikey", "thiskeyistotallyunsafe");
show(
  "A token of LiveKit's Python SDK, verified:",
  await timed("verify (Python)", () => seedVerifier.verify(seedToken)),
);
show("Its video grants, read without the secret:", Claims.fromUnverified(seedToken).video);

const mistaken = { roomJoin: true, roomName: "my-room", canPublishSources: ["MICROPHONE"] };
await timed("reject", () =>
  AccessToken.withApiKey(key.apiKey, key.apiSecret)
    .withIdentity("bob")
    .withClaims({ video: mistaken } as never)
    .toJwt(),
).catch((error: unknown) => {
  if (!AccessTokenError.is(error)) throw error;
  show(`Rejected with ${error.code}:`, error.issues.map(({ pointer, message }) => `${pointer} ${message}`).join("\n"));
});

console.log("\nTimes (each of a first call):");
for (const [step, ms] of times) console.log(`${step.padEnd(18)} ${ms.toFixed(2).padStart(6)} ms`);
