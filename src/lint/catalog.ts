/** "error": somebody refuses the token, or it leaks a secret, or permits other things than it says. "warning": likely a mistake. "info": a remark. */
export type Severity = "error" | "warning" | "info";

export interface FindingKind {
  readonly severity: Severity;
  /** The problem, for the reference. */
  readonly summary: string;
  /** The fix, where no more specific one is known. */
  readonly fix: string;
}

/** The findings of lint by code. generated/docs/lint.md is made from this table. */
export const FINDINGS = {
  "malformed-token": {
    severity: "error",
    summary:
      "The token is not a compact JWS: three parts of canonical base64url, with JSON objects as header and payload.",
    fix: "Pass the whole token as it was minted, without anything around it.",
  },
  "not-a-token": {
    severity: "error",
    summary:
      "The text is not a token but something known: a promise or a missing value as text, a file name, a key, a part of a token, several tokens.",
    fix: "Pass the whole token as it was minted.",
  },
  "token-in-text": {
    severity: "info",
    summary:
      "The token is inside other text, such as the answer of an endpoint, a URL or a log. The commands find it there; a verifier does not.",
    fix: "Pass only the token where a token is expected.",
  },
  "unsupported-algorithm": {
    severity: "error",
    summary:
      "The header names an algorithm other than HS256, or has a `crit` member. Servers 1.12.0 and older accept HS384 and HS512, later ones ignore `crit`; this library refuses all of them.",
    fix: "Sign with HS256, and put only alg and typ into the header.",
  },
  "invalid-claims": {
    severity: "error",
    summary: "A claim or grant violates its schema: it has the wrong type, is out of range, or is not JSON.",
    fix: "Write a valid value: the message names the type, the range or the values.",
  },
  "null-claim": {
    severity: "error",
    summary:
      "A claim or a member of a grant is null. Servers read it as absent; this library and the Rust SDK refuse the token.",
    fix: "Leave it out instead of writing null.",
  },
  "lone-surrogate": {
    severity: "error",
    summary:
      "A text contains half of a UTF-16 pair. Rust refuses it, and Go replaces it, so two identities may become one.",
    fix: "Cut texts between characters, not within one.",
  },
  "duplicate-member": {
    severity: "error",
    summary:
      "An object in the token has the same member twice. Servers merge two grants, and refuse a room configuration. Most SDKs read only the last.",
    fix: "Leave one of them out.",
  },
  "missing-iss": {
    severity: "error",
    summary: "There is no `iss`, so servers cannot tell whose secret signed the token.",
    fix: "Set iss to the API key.",
  },
  "other-key": {
    severity: "error",
    summary:
      "The `iss` is not the API key of the option `apiKey` or `--api-key`. A server that knows only that key answers 401.",
    fix: "Mint with the key and the secret of the server that the token is for, or pass the key that minted it.",
  },
  "swapped-keys": {
    severity: "error",
    summary: "The `iss` is the API secret: key and secret are swapped, and whoever has the token can read the secret.",
    fix: "Swap the two where they are set. If that is where the token was minted, replace the secret: it is readable in the token.",
  },
  "secret-in-token": {
    severity: "error",
    summary:
      "A claim contains the API secret, or its name says so. A token is not encrypted: whoever has it can read it.",
    fix: "Leave it out, and replace the secret: whoever has it can mint any token.",
  },
  "key-like-secret": {
    severity: "warning",
    summary:
      "The `iss` is as long as an API secret. Key and secret may be swapped, and the secret readable in the token.",
    fix: "Check whether it is the secret. If so, swap the two where the token is minted, and replace the secret.",
  },
  "wrong-signature": {
    severity: "error",
    summary:
      "The signature was not made with the given secret. The usual mistakes with secrets are tried and named. Only the command line and the inspector page check it.",
    fix: "Mint with the secret of the server that the token is for, or pass the secret that signed the token.",
  },
  "invalid-audience": {
    severity: "error",
    summary: "There is an `aud`, which LiveKit tokens do not have. This library and the Rust SDK refuse it.",
    fix: "Leave aud out.",
  },
  "missing-exp": {
    severity: "error",
    summary:
      "There is no `exp`. Servers 1.13.5 and older accept such a token forever; 1.13.6 and newer refuse it, as does this library.",
    fix: "Set exp: a number of seconds since 1970, such as now + 3600.",
  },
  expired: {
    severity: "error",
    summary: "The token has expired, by more than the leeway of 60 seconds.",
    fix: "Mint a new token.",
  },
  "issued-in-future": {
    severity: "error",
    summary:
      "The token's `iat` is in the future, by more than the leeway of 60 seconds. Servers 1.12.0 and older refuse it.",
    fix: "Correct the clock of the machine that mints. If the time is in milliseconds, divide it by 1000.",
  },
  "not-yet-valid": {
    severity: "error",
    summary: "The token's `nbf` is in the future, by more than the leeway of 60 seconds.",
    fix: "Wait, or correct the clock of the machine that mints. If the time is in milliseconds, divide it by 1000.",
  },
  "long-lived": {
    severity: "warning",
    summary: "The token is valid for more than 24 hours from now, and cannot be revoked.",
    fix: "Mint tokens when they are needed, for minutes or hours. If the time is in milliseconds, divide it by 1000.",
  },
  "inexact-time": {
    severity: "warning",
    summary: "A time has a fraction, is negative, or is too large to be exact. Not every SDK reads it.",
    fix: "Round to whole seconds since 1970.",
  },
  "member-case": {
    severity: "error",
    summary:
      "The name of a claim or grant differs from a known one only in upper and lower case. Servers newer than 1.12.0 read it as the known one; older servers and most SDKs ignore it.",
    fix: "Write the name as the schema does.",
  },
  "unknown-member": {
    severity: "warning",
    summary: "The schema has no claim or grant of this name, and servers ignore it.",
    fix: "Correct the name, or leave it out.",
  },
  "misplaced-member": {
    severity: "error",
    summary:
      "A claim or grant is in the wrong object, or has a name that people often use for a member of another object. Servers ignore it, so the token says less than it seems to.",
    fix: "Move it to the place that the message names.",
  },
  "ignored-identity": {
    severity: "warning",
    summary: "There is an `identity` that differs from `sub`. Servers ignore it, and read the identity from `sub`.",
    fix: "Put the identity into sub.",
  },
  "join-without-room": {
    severity: "error",
    summary: "`roomJoin` is granted without the `room` to join. Servers refuse the participant.",
    fix: "Name the room in video.room.",
  },
  "join-without-identity": {
    severity: "error",
    summary: "`roomJoin` is granted without an identity in `sub`. Servers refuse the participant.",
    fix: "Set sub to the participant's identity.",
  },
  "admin-without-room": {
    severity: "warning",
    summary:
      "`roomAdmin` is granted without a `room`. It applies only to the room that is named, so it permits nothing.",
    fix: "Name the room in video.room. There is no grant to moderate every room.",
  },
  "destination-without-admin": {
    severity: "warning",
    summary: "There is a `destinationRoom` without `roomAdmin`, which is required to forward or move participants.",
    fix: "Grant roomAdmin for video.room as well, or leave destinationRoom out.",
  },
  "permits-nothing": {
    severity: "warning",
    summary: "No grant is true, and there is no `sha256` of a message body, so the token permits nothing.",
    fix: "Grant what the holder is to do, such as roomJoin and room in video.",
  },
  "project-wide-grant": {
    severity: "warning",
    summary:
      "A token that joins a room also has a grant for the whole project, which its holder can use with any HTTP client.",
    fix: "Leave it out of tokens for participants, and mint another token for the server that needs it.",
  },
  "large-token": {
    severity: "warning",
    summary: "The token is larger than 8 KB. Clients send it in a URL, and many proxies refuse longer ones.",
    fix: "Set metadata, attributes and the room configuration with the server's API, and leave them out of the token.",
  },
  "clock-skew": {
    severity: "warning",
    summary:
      "The clock of this machine differs by more than a minute from the time of the server. Only the command line (`--now`) and the inspector page check it.",
    fix: "Synchronize the clock of this machine: tokens minted here have wrong times.",
  },
  "jti-as-identity": {
    severity: "warning",
    summary: "`sub` is empty and `jti` is set, so servers use `jti` as the identity.",
    fix: "Set sub to the participant's identity.",
  },
  "stringified-nothing": {
    severity: "warning",
    summary:
      'The identity or a room is blank, or is the text of a missing value, such as "undefined" or "[object Object]". All tokens with that text share one room, or one identity: whoever joins with it disconnects the participant before.',
    fix: "Refuse to mint while the value is missing, and await it if it is a promise.",
  },
  "source-case": {
    severity: "error",
    summary: "A source in `canPublishSources` is not in lower case. Servers compare exactly, so it permits nothing.",
    fix: "Write it in lower case.",
  },
  "unknown-source": {
    severity: "warning",
    summary: "A source in `canPublishSources` is not in the schema, so it probably permits nothing.",
    fix: "Write one of the sources that the message lists.",
  },
  "sources-without-publish": {
    severity: "warning",
    summary: "`canPublishSources` names sources while `canPublish` is false, so none may be published.",
    fix: "Leave canPublish out, or the sources.",
  },
  "unknown-value": {
    severity: "warning",
    summary: "A claim has a value that the schema does not have, such as an unknown `kind`. Servers use the default.",
    fix: "Write one of the values that the message lists.",
  },
  "over-limit": {
    severity: "error",
    summary:
      "A name, the metadata or the attributes are larger than a server with default limits accepts: 256 bytes each for the room, the identity and the name, 512 KiB for the metadata, 64 KiB for the attributes. The option `limits` sets others.",
    fix: "Shorten it, or raise the limit at the server and in the option limits.",
  },
  "secret-in-room-config": {
    severity: "error",
    summary:
      "The room configuration contains a secret, the URL of a stream, or a password in a URL. A token is not encrypted: whoever has it can read it.",
    fix: "Leave it out, and start the egress from your own server. Replace the secret: it has been in a token.",
  },
  "access-key-in-room-config": {
    severity: "warning",
    summary:
      "The room configuration contains the id of an access key. This is harmless with signed URLs; otherwise keep the id private.",
    fix: "Leave it out, and keep it at your own server, unless the set-up needs it.",
  },
  "default-in-room-config": {
    severity: "warning",
    summary:
      "A member of the room configuration has no effect: it is null or at its default. Servers 1.11.0 and older that do not know it answer 401.",
    fix: "Leave it out, as this library does when it mints.",
  },
  "unknown-in-room-config": {
    severity: "warning",
    summary:
      "The room configuration has a member or an enum value that the schema does not know. Servers 1.11.0 and older that do not know it answer 401, later ones ignore it.",
    fix: "Correct the name, or leave it out.",
  },
  "target-refuses": {
    severity: "error",
    summary: "The server of the option `target` refuses the token for this.",
    fix: "Leave it out, or update the server.",
  },
  "target-ignores": {
    severity: "warning",
    summary: "The server of the option `target` ignores this.",
    fix: "Do not rely on it, or update the server.",
  },
  "short-secret": {
    severity: "warning",
    summary: "The option `secret` is shorter than 32 bytes, the length of the digest. Servers complain about it.",
    fix: "Generate a new secret of at least 32 random bytes.",
  },
  "unusable-option": {
    severity: "error",
    summary:
      "An option of lint is invalid, such as a target without a check or a clock that does not return a number. The checks that depend on it are skipped.",
    fix: "Pass a value of the type in LintOptions, or leave the option out.",
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

/** The code of a finding, stable across releases. */
export type FindingCode = keyof typeof FINDINGS;
