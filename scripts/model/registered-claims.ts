/** The registered claims of RFC 7519. Every JWT may have them, and they are older than LiveKit's protocol. */
export const REGISTERED_CLAIMS: ReadonlySet<string> = new Set(["iss", "sub", "aud", "exp", "nbf", "iat", "jti"]);
