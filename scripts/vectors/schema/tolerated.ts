import { type Draft, fault, invalidClaims } from "../draft.js";
import type { Flag } from "../flags.js";
import { BASE, KEY, LATER, rawPayload } from "../token.js";
import type { Json } from "../vector.js";

/** Returns vectors for claims that verifiers accept, although minting would not write them. */
export function toleratedDrafts(): Draft[] {
  return [
    ...UNKNOWN.map(([id, comment, payload]): Draft => tolerated(id, comment, { payload })),
    ...TEXTS.map(([id, comment, sub]): Draft => tolerated(`text-${id}`, `a sub with ${comment}`, { payload: { sub } })),
    ...TWICE.map(([id, comment, members]): Draft => raw(`twice-${id}`, comment, members, "Duplicate")),
    ...CASES.map(([id, comment, members]): Draft => raw(`case-${id}`, comment, members, "CaseDiffers")),
    ...PROTOTYPES.map(([id, comment, members]): Draft => raw(id, comment, members)),
    {
      ...raw("twice-exp-last-passed", "exp twice, the last one passed", '"exp":946684800', "Duplicate"),
      fault: fault("EXPIRED"),
    },
    {
      ...raw(
        "twice-wrong-type-last",
        "name twice, the last one of a wrong type",
        '"name":"Alice","name":1',
        "Duplicate",
      ),
      fault: invalidClaims("/name"),
      unverified: invalidClaims("/name"),
    },
    {
      ...raw("case-exp", "EXP in place of exp", `"EXP":${LATER}`, "CaseDiffers", { iss: KEY }),
      fault: invalidClaims("/exp"),
      unverified: "valid",
    },
    {
      ...raw("prototype-iss", "an iss inherited from __proto__", `"__proto__":{"iss":"${KEY}"}`, undefined, {
        exp: LATER,
      }),
      fault: invalidClaims("/iss"),
      unverified: "valid",
    },
    {
      ...raw("prototype-exp", "an exp inherited from __proto__", `"__proto__":{"exp":${LATER}}`, undefined, {
        iss: KEY,
      }),
      fault: invalidClaims("/exp"),
      unverified: "valid",
    },
  ];
}

function tolerated(id: string, comment: string, more: Partial<Draft>): Draft {
  return { id, comment, row: "tolerated", ...more };
}

function raw(id: string, comment: string, members: string, flag?: Flag, base: Json = BASE): Draft {
  return tolerated(id, comment, { text: rawPayload(members, base), ...(flag ? { flags: [flag] } : {}) });
}

const UNKNOWN: readonly [string, string, Json][] = [
  ["unknown-claim", "an unknown claim", { newClaim: { deep: [1, null] } }],
  ["unknown-claim-null", "an unknown claim, and null", { newClaim: null }],
  ["unknown-deep", "an unknown claim, of a hundred lists within each other", { newClaim: nested(100) }],
  ["unknown-empty-name", "a claim whose name is empty", { "": 1 }],
  ["unknown-kind", "an unknown kind", { kind: "hologram" }],
  ["unknown-kind-case", "a kind in another case", { kind: "Standard" }],
  ["unknown-kind-empty", "an empty kind", { kind: "" }],
  ["unknown-kind-detail", "a known and an unknown kind detail", { kindDetails: ["forwarded", "new"] }],
  ["unknown-source", "a known and an unknown source", { video: { canPublishSources: ["camera", "smell"] } }],
  [
    "unknown-source-case",
    "a source in upper case, which permits nothing",
    { video: { canPublishSources: ["MICROPHONE"] } },
  ],
  ["source-twice", "a source twice", { video: { canPublishSources: ["camera", "camera"] } }],
  ["join-without-room", "roomJoin without a room, which only minting rejects", { video: { roomJoin: true } }],
  [
    "join-without-sub",
    "roomJoin without a sub, which only minting rejects",
    { sub: undefined, video: { roomJoin: true, room: "stage" } },
  ],
  ["room-name", "roomName in place of room, a common mistake", { video: { roomName: "stage" } }],
  ["snake-case", "a grant in snake_case", { video: { room_join: true } }],
  ["snake-case-claim", "a claim in snake_case, of a type that it is not", { room_config: 5 }],
  [
    "attributes",
    "attributes with an empty name and an empty value",
    { attributes: { "": "nameless", empty: "", "a.b/c~d": "~" } },
  ],
  ["metadata-json", "metadata that holds JSON", { metadata: '{"seat":12}' }],
  ["long-sub", "a sub longer than servers accept", { sub: "a".repeat(300) }],
];

function nested(depth: number): unknown {
  return depth === 0 ? [] : [nested(depth - 1)];
}

const TEXTS: readonly [string, string, string][] = [
  ["empty", "nothing in it", ""],
  ["control", "control characters", "a\0\t\n\u001f\u007fb"],
  ["beyond-bmp", "characters beyond U+FFFF", "\u{1f399}\u{20bb7}"],
  ["separators", "line and paragraph separators (U+2028, U+2029)", "a\u2028b\u2029c"],
  ["decomposed", "a letter and an accent, which are not joined", "e\u0301"],
  ["right-to-left", "a mark that turns the direction of text (U+202E)", "a\u202eb"],
  ["noncharacter", "U+FFFF and U+FFFE, which are no characters", "\uffff\ufffe"],
  ["replacement", "the replacement character (U+FFFD)", "\ufffd"],
  ["quotes", "quotes and backslashes", '"\\"'],
];

const TWICE: readonly [string, string, string][] = [
  ["sub", "sub twice", '"sub":"bob"'],
  ["sub-escaped", "sub twice, once with an escape in its name", '"\\u0073ub":"bob"'],
  ["exp", "exp twice with the same value", `"exp":${LATER}`],
  ["wrong-type-first", "name twice, the first one of a wrong type", '"name":1,"name":"Alice"'],
  ["video", "video twice; the objects are not merged", '"video":{"roomAdmin":true},"video":{"room":"stage"}'],
  ["room-join", "roomJoin twice, true and then false", '"video":{"roomJoin":true,"roomJoin":false}'],
  ["attribute", "an attribute twice", '"attributes":{"seat":"1","seat":"2"}'],
  ["iss", "iss twice more, unknown and then the key", `"iss":"APInobody","iss":"${KEY}"`],
];

const CASES: readonly [string, string, string][] = [
  ["claim", "Name in place of name", '"Name":"Alice"'],
  ["claim-beside", "SUB after sub", '"SUB":"mallory"'],
  ["object", "Video in place of video", '"Video":{"roomAdmin":true}'],
  ["grant", "RoomJoin in place of roomJoin", '"video":{"RoomJoin":true,"room":"stage"}'],
  ["grant-upper", "ROOMADMIN in place of roomAdmin", '"video":{"ROOMADMIN":true}'],
  ["grant-beside", "roomadmin, true, after roomAdmin, false", '"video":{"roomAdmin":false,"roomadmin":true}'],
  ["wrong-type", "Name, with a wrong type for name", '"Name":1'],
];

const PROTOTYPES: readonly [string, string, string][] = [
  ["prototype", "grants inherited from __proto__", '"__proto__":{"video":{"roomAdmin":true}}'],
  ["prototype-grant", "a grant inherited from __proto__", '"video":{"__proto__":{"roomAdmin":true}}'],
  ["prototype-attribute", "an attribute called __proto__", '"attributes":{"__proto__":"a","constructor":"b"}'],
  ["constructor-grant", "grants that objects of JavaScript have", '"video":{"constructor":1,"toString":5}'],
  [
    "constructor",
    "claims named like members of every JavaScript object",
    '"constructor":1,"toString":null,"hasOwnProperty":"x"',
  ],
];
