const encoder = new TextEncoder();

/** Signs with WebCrypto alone, without the code under test. */
export async function signByHand(header: string, payload: string, secret: string): Promise<string> {
  const input = `${encode(encoder.encode(header))}.${encode(encoder.encode(payload))}`;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  return `${input}.${encode(new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(input))))}`;
}

export async function digestByHand(body: string): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(body))));
}

/** Returns the text of a token's payload. */
export function payloadOf(token: string): string {
  const text = atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

function encode(bytes: Uint8Array): string {
  return base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
