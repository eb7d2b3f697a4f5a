declare const opaque: unique symbol;

/** A secret, in the form that the runtime's HMAC takes. Opaque to callers. */
export interface HmacKey {
  readonly [opaque]: true;
}

/**
 * The exports of each module behind the `#jws` import, one for each kind of runtime: HMAC, digest, and fast decoders. The
 * checks of form, header and claims are shared code.
 *
 * Named exports, so that a bundle that only reads tokens does not contain the HMAC.
 */
export interface Jws {
  /** Returns why the runtime has no HMAC. Undefined if it has one, which `key`, `sign`, `verify` and `digest` require. */
  missing(): string | undefined;
  /** Prepares a secret. The key is its UTF-8 bytes, or `secret` itself if it is bytes. */
  key(secret: string | Uint8Array): HmacKey;
  /** Returns the compact JWS of a payload, with the header of header.ts. */
  sign(key: HmacKey, payload: string): string | Promise<string>;
  /** Returns whether a signature in canonical base64url is that of the signing input. Compares in constant time. */
  verify(key: HmacKey, signingInput: string, signature: string): boolean | Promise<boolean>;
  /** Returns the SHA-256 digest of a body, in base64 with padding. */
  digest(body: Uint8Array | string): string | Promise<string>;
  /** Decodes base64url, on every runtime. Undefined when it is not canonical or has padding. */
  decode(segment: string): Uint8Array | undefined;
  /** Decodes UTF-8, on every runtime, and keeps a byte order mark. Undefined when the bytes are not UTF-8. */
  text(bytes: Uint8Array): string | undefined;
}
