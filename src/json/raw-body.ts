/**
 * Returns the text or the bytes of a request's body. The bytes are a view, not a copy. Undefined for any other value, such as
 * a body that a framework has parsed. Throws only what a proxy or getter throws.
 */
export function rawBody(body: unknown): string | Uint8Array | undefined {
  if (typeof body === "string") return body;
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  // instanceof would fail for an ArrayBuffer of another realm.
  const isBuffer = /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(body));
  return isBuffer ? new Uint8Array(body as ArrayBuffer) : undefined;
}

/** Parses JSON in text or UTF-8 bytes. Undefined, which no JSON parses to, when it is not valid. */
export function decodeJson(json: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof json === "string" ? json : new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch {
    return undefined;
  }
}
