import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import * as rooms from "../../src/permissions/rooms.js";
import * as permissions from "../../src/permissions.js";
import { describePeers } from "./peer-suite.js";
import { type Asked, permissionQuestions } from "./permission-questions.js";

type Answer = (claims: Asked["claims"], ...args: readonly string[]) => unknown;

/** Functions about rooms are left out: the server decides itself, and the auth package has no such methods. */
const answers = new Map<string, Answer>(
  Object.entries(permissions as Readonly<Record<string, Answer>>).filter(([name]) => !Object.hasOwn(rooms, name)),
);

describe("permissionQuestions", () => {
  it("has questions for every function with a method in Go's auth package", () => {
    expect([...permissionQuestions.keys()].sort()).toEqual([...answers.keys()].sort());
  });
});

describePeers(
  "the permissions of claims",
  (peer) => {
    it.each([...permissionQuestions])("are equal to the result of %s", async (name, questions) => {
      const ours = answers.get(name);
      if (!ours) throw new Error(`livekit-claims/permissions has no ${name}`);
      const answered = await Promise.all(questions.map((asked) => peer().ask(asked)));
      const compared = questions.map((asked, index) => ({
        asked,
        theirs: answered[index],
        ours: { ok: true, answer: ours(asked.claims, ...asked.question.args) },
      }));
      expect(compared.filter(({ ours, theirs }) => !isDeepStrictEqual(ours, theirs))).toEqual([]);
      // Questions with only one answer could not reveal a disagreement.
      expect(new Set(answered.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(1);
    });

    it("are an error for a question without a method", async () => {
      const question = { name: "canPublish", args: ["camera", "microphone"] };
      expect(await peer().ask({ claims: { video: {} }, question })).toMatchObject({ ok: false });
    });
  },
  (name) => name === "go",
);
