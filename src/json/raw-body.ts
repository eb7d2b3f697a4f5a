/**
 * Returns a body that is text or bytes; the bytes are a view. Undefined for any other value, as of a body that was parsed
 * before. Throws what a proxy or getter throws.
 */
export function rawBody(body: unknown): string | Uint8Array | undefined {
  if (typeof body === "string") return body;
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  // Not instanceof, which fails for an ArrayBuffer of another realm.
  const isBuffer = /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(body));
  return isBuffer ? new Uint8Array(body as ArrayBuffer) : undefined;
}

/** Parses JSON in text or in UTF-8 bytes. Returns undefined, which no JSON is, when it is not that. */
export function decodeJson(json: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof json === "string" ? json : new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch {
    return undefined;
  }
}
