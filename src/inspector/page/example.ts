import type { Engine } from "./engine.js";

/** Mints a token to look at, with a secret that nobody knows. */
export async function mintExample(minter: Engine): Promise<string> {
  const secret = Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16)).join("");
  const minted = await minter.ask("mint", {
    claims: {
      sub: "alice",
      name: "Alice",
      video: { roomJoin: true, room: "stage", canPublishSources: ["microphone"] },
    },
    apiKey: "APIexample",
    secret,
    ttl: "1h",
    compact: false,
    allowSensitive: false,
  });
  return "token" in minted ? minted.token : "";
}
