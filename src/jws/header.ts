/** The header of minted tokens. Its members are in the order of the Rust SDK. */
export const HEADER = { typ: "JWT", alg: "HS256" } as const;

/** {@link HEADER} in base64url. */
export const ENCODED_HEADER = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9";
