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
    summary: "The token is no compact JWS of canonical base64url with JSON objects inside.",
    fix: "Pass the token as it was minted, whole, and without anything around it.",
  },
  "not-a-token": {
    severity: "error",
    summary:
      "The text is no token for a known reason: a promise or a missing value in text, a file name, a key, a part of a token, several tokens.",
    fix: "Pass the token as it was minted, whole.",
  },
  "token-in-text": {
    severity: "info",
    summary:
      "The token is whole inside of other text, such as the answer of an endpoint, a URL or a log. The commands look for it there; a verifier does not.",
    fix: "Pass only the token where a token is expected.",
  },
  "unsupported-algorithm": {
    severity: "error",
    summary:
      "The header names another algorithm than HS256, or has a `crit` member. Servers 1.12.0 and older accept HS384 and HS512, later ones ignore `crit`; this library refuses all of them.",
    fix: "Sign with HS256, under a header of alg and typ only.",
  },
  "invalid-claims": {
    severity: "error",
    summary: "A claim or grant is not what its schema says: of another type, out of range, or no JSON.",
    fix: "Write a value that the message names.",
  },
  "null-claim": {
    severity: "error",
    summary:
      "A claim or a member of a grant is null. Servers read it as absent; this library and the Rust SDK refuse the token.",
    fix: "Leave it out where it has no value, instead of writing null.",
  },
  "lone-surrogate": {
    severity: "error",
    summary:
      "A text holds half of a UTF-16 pair. Rust refuses it, and Go replaces it, so two identities may become one.",
    fix: "Cut texts between characters, not within one.",
  },
  "duplicate-member": {
    severity: "error",
    summary:
      "An object in the token has two members of one name. Servers put two grants together, refuse the room configuration, and most SDKs see only the last.",
    fix: "Leave one of them out.",
  },
  "missing-iss": {
    severity: "error",
    summary: "There is no `iss`, so nobody knows whose secret signed the token.",
    fix: "Set iss to the API key.",
  },
  "other-key": {
    severity: "error",
    summary:
      "The `iss` is another API key than the option `apiKey`, or `--api-key`, names. A server that knows only that one answers 401.",
    fix: "Mint with the key and the secret of the server that the token is for, or give the key that minted it.",
  },
  "swapped-keys": {
    severity: "error",
    summary: "The `iss` is the API secret: key and secret are swapped, and whoever has the token reads the secret.",
    fix: "Swap the two where they are given. If that is where the token was minted, replace the secret: it is in clear in the token.",
  },
  "secret-in-token": {
    severity: "error",
    summary: "A claim holds the API secret, or its name says so. The token is not encrypted; its holder reads it.",
    fix: "Leave it out, and replace the secret: whoever has it can mint any token.",
  },
  "key-like-secret": {
    severity: "warning",
    summary: "The `iss` is as long as an API secret. Key and secret may be swapped, and the secret in clear.",
    fix: "Look whether it is the secret. If so, swap the two where the token is minted, and replace the secret.",
  },
  "wrong-signature": {
    severity: "error",
    summary:
      "The signature is not made with the secret that is given; the usual mistakes with secrets are tried and named. Only the command line checks it.",
    fix: "Mint with the secret of the server that the token is for, or give the secret that signed the token.",
  },
  "invalid-audience": {
    severity: "error",
    summary: "There is an `aud`, which LiveKit tokens do not have; the Rust SDK refuses it.",
    fix: "Leave aud out.",
  },
  "missing-exp": {
    severity: "error",
    summary:
      "There is no `exp`. Servers 1.13.5 and older take such a token for ever, 1.13.6 and newer refuse it, as does this library.",
    fix: "Set exp: a number of seconds since 1970, such as now + 3600.",
  },
  expired: {
    severity: "error",
    summary: "The token has expired, the leeway of 60 seconds included.",
    fix: "Mint a new token.",
  },
  "issued-in-future": {
    severity: "error",
    summary:
      "The token's `iat` is still to come, the leeway of 60 seconds included. Servers 1.12.0 and older refuse it.",
    fix: "Set the clock of the machine that mints right. A time in milliseconds has three digits too many.",
  },
  "not-yet-valid": {
    severity: "error",
    summary: "The token's `nbf` is still to come, the leeway of 60 seconds included.",
    fix: "Wait, or set the clock of the machine that mints right. A time in milliseconds has three digits too many.",
  },
  "long-lived": {
    severity: "warning",
    summary: "The token is valid for more than 24 hours from now, and cannot be called back.",
    fix: "Mint tokens when they are needed, for minutes or hours; a time in milliseconds has three digits too many.",
  },
  "inexact-time": {
    severity: "warning",
    summary: "A time has a fraction, is negative, or is too large to be exact. Not every SDK reads it.",
    fix: "Round to whole seconds since 1970.",
  },
  "member-case": {
    severity: "error",
    summary:
      "The name of a claim or grant is a known one but for upper and lower case. Servers, in Go, honour it; most SDKs do not see it.",
    fix: "Write the name as the schema does.",
  },
  "unknown-member": {
    severity: "warning",
    summary: "The schema knows no claim or grant of this name, and servers ignore it.",
    fix: "Correct the name, or leave it out.",
  },
  "misplaced-member": {
    severity: "error",
    summary:
      "A claim or grant is in an object that does not have it, or is called by a name of another place. Servers ignore it, so the token says less than it seems to.",
    fix: "Move it to the place that the message names.",
  },
  "ignored-identity": {
    severity: "warning",
    summary: "There is an `identity` other than `sub`. It is ignored: the identity is what sub says.",
    fix: "Put the identity into sub.",
  },
  "join-without-room": {
    severity: "error",
    summary: "`roomJoin` is granted without the `room` to join, which the server refuses.",
    fix: "Name the room in video.room.",
  },
  "join-without-identity": {
    severity: "error",
    summary: "`roomJoin` is granted to nobody: the server refuses a participant without an identity.",
    fix: "Set sub to the participant's identity.",
  },
  "admin-without-room": {
    severity: "warning",
    summary:
      "`roomAdmin` is granted without a `room`. It is for exactly the room that is named, so it permits nothing.",
    fix: "Name the room in video.room. There is no grant to moderate every room.",
  },
  "destination-without-admin": {
    severity: "warning",
    summary: "There is a `destinationRoom` without `roomAdmin`, which alone lets participants be forwarded or moved.",
    fix: "Grant roomAdmin for video.room as well, or leave destinationRoom out.",
  },
  "permits-nothing": {
    severity: "warning",
    summary: "No grant is true, and there is no `sha256` of a message body: the token permits nothing.",
    fix: "Grant what the holder is to do, such as roomJoin and room in video.",
  },
  "project-wide-grant": {
    severity: "warning",
    summary:
      "A token that joins a room grants something for the whole project as well, which its holder can use with any HTTP client.",
    fix: "Leave it out of tokens for participants, and mint another token for the server that needs it.",
  },
  "large-token": {
    severity: "warning",
    summary: "The token has more than 8 KB. Clients send it in a URL, and many proxies take no longer ones.",
    fix: "Set metadata, attributes and the room configuration with the server's API, and leave them out of the token.",
  },
  "clock-skew": {
    severity: "warning",
    summary:
      "The clock of this machine differs by more than a minute from the time given by `--now`. Only the command line looks at it.",
    fix: "Synchronize the clock of this machine: tokens minted here have wrong times.",
  },
  "jti-as-identity": {
    severity: "warning",
    summary: "`sub` is empty and `jti` is set: the server takes the token's id for the identity.",
    fix: "Set sub to the participant's identity.",
  },
  "stringified-nothing": {
    severity: "warning",
    summary:
      'The identity or a room is the text of a missing value, such as "undefined" or "[object Object]", or is blank. All who have it share it, and of one identity each who joins a room pushes out the one before.',
    fix: "Refuse to mint while the value is missing, and await it if it is a promise.",
  },
  "source-case": {
    severity: "error",
    summary:
      "A source in `canPublishSources` is not in lower case. The server compares exactly, so it permits nothing.",
    fix: "Write it in lower case.",
  },
  "unknown-source": {
    severity: "warning",
    summary: "A source in `canPublishSources` is none that the schema knows, so it likely permits nothing.",
    fix: "Name one of the sources that there are.",
  },
  "sources-without-publish": {
    severity: "warning",
    summary: "`canPublishSources` names sources while `canPublish` is false, so none may be published.",
    fix: "Leave canPublish out, or the sources.",
  },
  "unknown-value": {
    severity: "warning",
    summary: "A claim has a value that the schema does not name, such as an unknown `kind`. Servers take the default.",
    fix: "Use one of the values that there are.",
  },
  "over-limit": {
    severity: "error",
    summary:
      "A name, the metadata or the attributes are larger than a server with default limits takes: 256 bytes for the room, the identity and the name each, 512 KiB, 64 KiB. The option `limits` sets others.",
    fix: "Shorten it, or raise the limit at the server and in the option limits.",
  },
  "secret-in-room-config": {
    severity: "error",
    summary:
      "The room configuration holds a secret, the url of a stream, or a password in a URL. The token is not encrypted; its holder reads it.",
    fix: "Keep it at the server, which can start the egress itself, and change it: it has been in a token.",
  },
  "access-key-in-room-config": {
    severity: "warning",
    summary: "The room configuration holds the id of an access key. Harmless with signed urls, else best kept back.",
    fix: "Leave it to the server unless the set-up needs it.",
  },
  "default-in-room-config": {
    severity: "warning",
    summary:
      "A member of the room configuration says nothing: it is null or at its default. Servers 1.11.0 and older answer 401 if they do not know it.",
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
    summary: "The option `target` names a server that refuses the token for this.",
    fix: "Leave it out, or update the server.",
  },
  "target-ignores": {
    severity: "warning",
    summary: "The option `target` names a server that ignores this.",
    fix: "Do not rely on it, or update the server.",
  },
  "short-secret": {
    severity: "warning",
    summary: "The option `secret` is shorter than 32 bytes, the length of the digest. Servers complain about it.",
    fix: "Make a new one of at least 32 random bytes.",
  },
  "unusable-option": {
    severity: "error",
    summary:
      "An option of lint is not what it should be, such as a target without a check or a clock that tells no time. What depends on it was not looked at.",
    fix: "Pass what the type LintOptions asks for, or leave the option out.",
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

/** The code of a finding, stable across releases. */
export type FindingCode = keyof typeof FINDINGS;
