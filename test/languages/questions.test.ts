import { describe, expect, it } from "vitest";
import { inWords } from "./questions.js";

const asked = (payload: object) => ({ part: "the grant", payload: { ...payload }, path: ["video", "canPublish"] });
const allowed = asked({ video: { canPublish: true } });

describe("inWords", () => {
  it.each([
    [allowed, { ok: { video: { canPublish: true } } }, "kept"],
    [allowed, { ok: { video: {} } }, "dropped"],
    [allowed, { ok: {} }, "dropped"],
    [allowed, { ok: { video: { canPublish: false } } }, "becomes `false`"],
    [allowed, { error: "no" }, "refused"],
    [asked({ video: {} }), { ok: { video: {} } }, "absent"],
    [asked({ video: {} }), { ok: { video: { canPublish: null } } }, "becomes `null`"],
  ])("returns for %j and the answer %j: %s", (question, answer, words) => {
    expect(inWords(question, answer)).toBe(words);
  });
});
