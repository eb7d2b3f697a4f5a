import type { Model } from "../../model/model.js";
import { type Draft, invalidClaims } from "../draft.js";
import { grantPlaces, idOf, nameOf, nestBeside, nestMember, type Place, pointerOf } from "../places.js";
import type { VerifyRow } from "../rows.js";
import { jsonType, requiredSample, typeWord, wrongValues } from "../samples.js";
import { rawPayload } from "../token.js";
import type { Json } from "../vector.js";

/** The rows about a single claim, by its name. */
const ROWS: Readonly<Record<string, VerifyRow>> = {
  exp: "expiry",
  nbf: "not-before",
  iss: "issuer",
  iat: "informative",
  jti: "informative",
};

export function typeDrafts(model: Model): Draft[] {
  return [...memberDrafts(model), ...EMPTY.map(emptyDraft), ...ELEMENTS.map(elementDraft), prototype, several];
}

/**
 * Returns vectors for each member of the claims and grants, and for each element, with a value of each wrong JSON
 * type.
 */
function memberDrafts(model: Model): Draft[] {
  return grantPlaces(model).flatMap(({ path, object, member }) => {
    // The room configuration may be null, and has a layer of its own.
    const types = wrongValues(jsonType(member)).filter(([type]) => !member.nullable || type !== "null");
    // Adds the siblings that the strictest verifiers require, so that only the type is wrong.
    const siblings = requiredSample(model, object);
    const whole = types.map(([type, value]) => wrong(path, type, nestBeside(siblings, path, value)));
    if (member.shape === "single") return whole;
    const step = member.shape === "list" ? 0 : "key";
    const elements = wrongValues(jsonType(member, true)).map(([type, value]) => {
      return wrong([...path, step], type, nestMember([...path, step], value));
    });
    return [...whole, ...elements];
  });
}

/** Empty values of a wrong type, which many languages confuse with absence, for one member of each type. */
const EMPTY: readonly [Place["path"], "" | 0 | false][] = [
  [["exp"], ""],
  [["exp"], false],
  [["sub"], 0],
  [["sub"], false],
  [["video"], ""],
  [["video"], 0],
  [["video"], false],
  [["video", "roomJoin"], ""],
  [["video", "roomJoin"], 0],
  [["video", "canPublishSources"], ""],
  [["video", "canPublishSources"], 0],
  [["video", "canPublishSources"], false],
  [["attributes"], ""],
  [["attributes"], 0],
  [["attributes"], false],
];

function emptyDraft([path, value]: (typeof EMPTY)[number]): Draft {
  const word = { "": "empty-string", 0: "zero", false: "false" }[String(value)] ?? "";
  return {
    id: `type-${idOf(path)}-${word}`,
    comment: `${nameOf(path)} is ${word.replace("empty-", "an empty ")}`,
    row: (path.length === 1 && ROWS[String(path[0])]) || "types",
    payload: nestMember(path, value),
    fault: invalidClaims(pointerOf(path)),
  };
}

/** Elements of a wrong type after valid ones, or at names that pointers escape. */
const ELEMENTS: readonly [string, string, Json, string][] = [
  [
    "second-source",
    "the second source is a number",
    { video: { canPublishSources: ["camera", 5] } },
    "/video/canPublishSources/1",
  ],
  ["second-detail", "the second kind detail is null", { kindDetails: ["forwarded", null] }, "/kindDetails/1"],
  [
    "escaped-attribute",
    "an attribute with a slash and a tilde in its name is a list",
    { attributes: { "a/b~c": ["x"] } },
    "/attributes/a~1b~0c",
  ],
];

function elementDraft([id, comment, payload, pointer]: (typeof ELEMENTS)[number]): Draft {
  return { id: `type-${id}`, comment, row: "types", payload, fault: invalidClaims(pointer) };
}

const prototype: Draft = {
  id: "type-attributes-prototype",
  comment: "an attribute called __proto__ is an object",
  row: "types",
  text: rawPayload('"attributes":{"__proto__":{}}'),
  fault: invalidClaims("/attributes/__proto__"),
};

const several: Draft = {
  id: "type-several",
  comment: "members of wrong types at several places, all of which are reported",
  row: "types",
  payload: { sub: 5, nbf: "now", video: { room: 1, roomJoin: 2 }, attributes: { a: 1 } },
  fault: invalidClaims("/nbf", "/sub", "/video/roomJoin", "/video/room", "/attributes/a"),
};

function wrong(path: Place["path"], type: string, payload: Json): Draft {
  return {
    id: `type-${idOf(path)}-${type}`,
    comment: `${nameOf(path)} is ${typeWord(type)}`,
    flags: ["WrongType"],
    row: (path.length === 1 && ROWS[String(path[0])]) || "types",
    payload,
    fault: invalidClaims(pointerOf(path)),
  };
}
