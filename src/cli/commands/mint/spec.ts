import { enums } from "../../../../generated/shapes.js";
import type { CommandSpec } from "../../args/command-spec.js";
import { API_KEY, API_SECRET, API_SECRET_FILE, ENV_FILE, TARGET } from "../../args/shared-options.js";
import { GRANT_FLAGS } from "./grant-flags.js";

export const mint = {
  summary: "sign a token, and print only that",
  details: [
    "The flags are those of `lk token create`. There are three differences: a token is valid for six hours unless --valid-for sets another time, it has no name unless --name sets one, and --join requires --room and --identity.",
    "FILE may be - for standard input. The other options are added to the claims of --claims and override them, but an exp or nbf there is kept.",
  ],
  arguments: {},
  options: {
    "api-key": API_KEY,
    "api-secret": API_SECRET,
    "api-secret-file": API_SECRET_FILE,
    "env-file": ENV_FILE,
    identity: { value: "ID", short: "i", help: "the participant's identity" },
    name: { value: "NAME", short: "n", help: "the participant's display name" },
    room: { value: "NAME", help: "the room that --join and --admin apply to" },
    ...GRANT_FLAGS,
    "allow-source": {
      value: "SOURCE",
      many: true,
      choices: Object.keys(enums.TrackSource),
      help: `may publish only this source: ${Object.keys(enums.TrackSource).join(", ")}; separate several with commas, or repeat the option`,
    },
    metadata: { value: "TEXT", help: "metadata of the participant" },
    attribute: { value: "KEY=VALUE", many: true, help: "an attribute of the participant; repeat it for more" },
    "attribute-file": { value: "FILE", help: "attributes as a JSON object; those of --attribute win" },
    "valid-for": {
      value: "TIME",
      help: 'how long the token is valid: seconds, or "90s", "10m", "1h30m", "2 days", "1 week"',
    },
    grant: { value: "JSON", help: "more video grants as a JSON object; they win over the flags" },
    agent: { value: "NAME", help: "the agent to dispatch when the holder's join opens the room" },
    deployment: { value: "NAME", short: "d", help: "the deployment of that agent" },
    "job-metadata": { value: "TEXT", help: "metadata for that agent's job" },
    "room-configuration": { value: "FILE", help: "the configuration of the room that the join opens, as JSON" },
    "room-preset": { value: "NAME", help: "the room preset of LiveKit Cloud for that room" },
    kind: {
      value: "KIND",
      choices: Object.keys(enums.ParticipantKind),
      help: `the kind of participant: ${Object.keys(enums.ParticipantKind).join(", ")}`,
    },
    claims: { value: "FILE", help: "all claims as JSON, as withClaims accepts them; a $schema member is ignored" },
    "allow-sensitive": { help: "also sign secrets in the room configuration; whoever has the token can read them" },
    target: { ...TARGET, help: `refuse what the target does not know: ${TARGET.help}` },
    compact: { help: "leave out claims that are at their default" },
    "token-only": { help: "no effect; accepted so that scripts written for lk work" },
    url: {
      value: "URL",
      help: "no effect; accepted so that scripts written for lk work",
      note: "a token does not name a server; pass the URL to the client",
    },
    json: {
      help: "print the token (also as access_token), its identity, room, times and claims as JSON, and errors too",
    },
  },
  answers: {
    recorder:
      "the flag has no effect in lk. For a participant that records, and is shown as a recorder, use --grant '{\"recorder\": true}'. --record is another right: to start and stop egress",
    ttl: "use --valid-for",
    expiry: "use --valid-for",
    "expires-in": "use --valid-for",
    exp: "use --valid-for",
    participant: "use --identity",
    user: "use --identity",
    key: "use --api-key",
    secret: "use --api-secret-file, or the variable LIVEKIT_API_SECRET",
    "room-config": "use --room-configuration FILE",
    hidden: "use --grant '{\"hidden\": true}'",
    "can-publish": "participants may publish by default; use --grant '{\"canPublish\": false}' to forbid it",
    "can-subscribe": "participants may subscribe by default; use --grant '{\"canSubscribe\": false}' to forbid it",
    sip: "use --sip-call to place calls, or --sip-admin to manage trunks and rules",
    open: "open the client yourself with the token that is printed",
  },
  examples: [
    {
      says: "A token to join a room for an hour",
      line: "livekit-claims mint --join --room stage --identity alice --valid-for 1h",
    },
    {
      says: "A viewer, with a grant that has no flag",
      line: `livekit-claims mint --join --room stage --identity bob --grant '{"canPublish": false}'`,
    },
    {
      says: "Microphone only, with attributes, and an agent to dispatch",
      line: "livekit-claims mint --join --room stage -i carol --allow-source microphone --attribute seat=12 --agent helper",
    },
    {
      says: "All claims as JSON, for a server that answers 401 to members that it does not know",
      line: `echo '{"sub": "dave", "roomConfig": {"emptyTimeout": 60}}' | livekit-claims mint --claims - --target livekit-server@1.9.11`,
    },
  ],
} as const satisfies CommandSpec;
