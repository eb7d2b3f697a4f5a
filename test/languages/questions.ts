/** A question for every language: the treatment of one part of a payload. */
export interface Question {
  /** The part, in the words of the pages. */
  readonly part: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The JSON of the payload, where JSON.stringify does not write it so. */
  readonly text?: string;
  /** The path to the part in the payload and in the output. */
  readonly path: readonly string[];
}

const part = (words: string, payload: Question["payload"], ...path: string[]): Question => ({
  part: words,
  payload: { exp: 4102444800, iss: "devkey", sub: "alice", ...payload },
  path,
});

/** The same with the number of a member written with a decimal point. */
function asFloat(question: Question, name: string): Question {
  const text = JSON.stringify(question.payload).replace(new RegExp(`("${name}":\\d+)`), "$1.0");
  return { ...question, text };
}

export const QUESTIONS: readonly Question[] = [
  part("`canPublish: false`", { video: { canPublish: false } }, "video", "canPublish"),
  part("`canPublish` when it is absent", { video: {} }, "video", "canPublish"),
  part("an unknown claim", { futureClaim: { list: [1, "a"] } }, "futureClaim"),
  part("an unknown grant", { video: { futureGrant: true } }, "video", "futureGrant"),
  part("an unknown member of roomConfig", { roomConfig: { futureMember: "a" } }, "roomConfig", "futureMember"),
  part("an unknown `kind`", { kind: "future" }, "kind"),
  part("`roomConfig: null`", { roomConfig: null }, "roomConfig"),
  part("`sip: {}`", { sip: {} }, "sip"),
  part("`attributes: {}`", { attributes: {} }, "attributes"),
  part("`canPublishSources: []`", { video: { canPublishSources: [] } }, "video", "canPublishSources"),
  part("`name: null`, a wrong type", { name: null }, "name"),
  part('`canPublish: "false"`, a wrong type', { video: { canPublish: "false" } }, "video", "canPublish"),
  part("`sub: 7`, a wrong type", { sub: 7 }, "sub"),
  part('`exp: "4102444800"`, a wrong type', { exp: "4102444800" }, "exp"),
  part("`exp: 4102444800.5`, which servers accept", { exp: 4102444800.5 }, "exp"),
  asFloat(part("`exp: 4102444800.0`, a whole number", {}, "exp"), "exp"),
  part("`nbf: -1`, which servers accept", { nbf: -1 }, "nbf"),
  part("`empty_timeout` in roomConfig", { roomConfig: { empty_timeout: 60 } }, "roomConfig", "empty_timeout"),
  part("`emptyTimeout: null` in roomConfig", { roomConfig: { emptyTimeout: null } }, "roomConfig", "emptyTimeout"),
  part('`emptyTimeout: "60"` in roomConfig', { roomConfig: { emptyTimeout: "60" } }, "roomConfig", "emptyTimeout"),
  asFloat(
    part("`emptyTimeout: 60.0` in roomConfig", { roomConfig: { emptyTimeout: 60 } }, "roomConfig", "emptyTimeout"),
    "emptyTimeout",
  ),
  part("`maxParticipants: -1`", { roomConfig: { maxParticipants: -1 } }, "roomConfig", "maxParticipants"),
  part("`maxParticipants: 4294967296`", { roomConfig: { maxParticipants: 2 ** 32 } }, "roomConfig", "maxParticipants"),
  part("`canPublish` when only `CANPUBLISH: false` is there", { video: { CANPUBLISH: false } }, "video", "canPublish"),
];

/** The result of a program for a payload: the JSON that its types encode, or the error in decoding. */
export type Answer = { readonly ok: unknown } | { readonly error: string };

/** Returns an answer in the words of measured.json. */
export function inWords({ payload, path }: Question, answer: Answer): string {
  if (!("ok" in answer)) return "refused";
  const before = JSON.stringify(valueAt(payload, path));
  const after = JSON.stringify(valueAt(answer.ok, path));
  if (before === after) return before === undefined ? "absent" : "kept";
  return after === undefined ? "dropped" : `becomes \`${after}\``;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, name) => (parent as Record<string, unknown> | undefined)?.[name], value);
}
