/** RFC 7519 has them: every JWT may hold them, and they are older than LiveKit's protocol. */
export const REGISTERED_CLAIMS: ReadonlySet<string> = new Set(["iss", "sub", "aud", "exp", "nbf", "iat", "jti"]);
