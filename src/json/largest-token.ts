/**
 * The default limit of the size of a token, in bytes: 1 MiB. A larger one is not minted, and not read unless the option
 * `maxTokenBytes` allows it.
 */
export const DEFAULT_MAX_TOKEN_BYTES = 1_048_576;
