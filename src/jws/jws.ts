declare const opaque: unique symbol;

/** A secret, in the form that the runtime signs with. */
export interface HmacKey {
  readonly [opaque]: true;
}

/**
 * The exports of each module behind the `#jws` import: the HMAC, a digest, and the runtime's fast ways with bytes. The rules
 * of form, header and claims are shared code. Named exports, so that a bundle which only reads tokens has no HMAC in it.
 */
export interface Jws {
  /** Why the runtime has no HMAC; undefined where it has one. The members below are for those that have. */
  missing(): string | undefined;
  /** Prepares a secret; the key is its UTF-8 bytes, or the bytes given. */
  key(secret: string | Uint8Array): HmacKey;
  /** The compact JWS of a payload under the header of header.ts here. */
  sign(key: HmacKey, payload: string): string | Promise<string>;
  /** Whether the signature is that of the signing input in canonical base64url; compared in constant time. */
  verify(key: HmacKey, signingInput: string, signature: string): boolean | Promise<boolean>;
  /** The SHA-256 digest in base64 with padding. */
  digest(body: Uint8Array | string): string | Promise<string>;
  /** On every runtime: the bytes of base64url; undefined unless it is canonical and without padding. */
  decode(segment: string): Uint8Array | undefined;
  /** On every runtime: the text that UTF-8 bytes encode, a byte order mark included; undefined when they are not UTF-8. */
  text(bytes: Uint8Array): string | undefined;
}
