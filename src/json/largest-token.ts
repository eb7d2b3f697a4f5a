/** 1 MiB: the size over which a token is neither minted nor looked at, unless an option says otherwise. */
export const DEFAULT_MAX_TOKEN_BYTES = 1_048_576;
