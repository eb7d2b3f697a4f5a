declare const opaque: unique symbol;

/** A secret, in the form that the runtime signs with. */
export interface HmacKey {
  readonly [opaque]: true;
}

/**
 * What differs between runtimes, behind the `#jws` import: the HMAC, a digest, and their fast ways with bytes. The rules of
 * form, header and claims are shared code.
 */
export interface Jws {
  /** Prepares a secret; its UTF-8 bytes are the key. */
  key(secret: string): HmacKey;
  /** The compact JWS of a payload under the header of header.ts here. */
  sign(key: HmacKey, payload: string): string | Promise<string>;
  /** Whether the signature is that of the signing input in canonical base64url; compared in constant time. */
  verify(key: HmacKey, signingInput: string, signature: string): boolean | Promise<boolean>;
  /** The SHA-256 digest in base64 with padding. */
  digest(body: Uint8Array | string): string | Promise<string>;
  /** The bytes of base64url; undefined unless it is canonical and without padding. */
  decode(segment: string): Uint8Array | undefined;
  /** The text that UTF-8 bytes stand for, a byte order mark included; undefined when they are none. */
  text(bytes: Uint8Array): string | undefined;
}
