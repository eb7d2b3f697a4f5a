/** The header that is written, as the Rust SDK writes it. */
export const HEADER = { typ: "JWT", alg: "HS256" } as const;

/** {@link HEADER} in base64url. */
export const ENCODED_HEADER = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9";
