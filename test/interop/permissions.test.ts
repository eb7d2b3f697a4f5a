import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import * as rooms from "../../src/permissions/rooms.js";
import * as permissions from "../../src/permissions.js";
import { describePeers } from "./peer-suite.js";
import { type Asked, permissionQuestions } from "./permission-questions.js";

type Answer = (claims: Asked["claims"], ...args: readonly string[]) => unknown;

/** The server decides about rooms itself, with no method of the auth package to ask. */
const answers = new Map<string, Answer>(
  Object.entries(permissions as Readonly<Record<string, Answer>>).filter(([name]) => !Object.hasOwn(rooms, name)),
);

describe("the questions", () => {
  it("ask every function that Go's auth package has a method for", () => {
    expect([...permissionQuestions.keys()].sort()).toEqual([...answers.keys()].sort());
  });
});

describePeers(
  "what the claims permit",
  (peer) => {
    it.each([...permissionQuestions])("is what %s says", async (name, questions) => {
      const ours = answers.get(name);
      if (!ours) throw new Error(`livekit-claims/permissions has no ${name}`);
      const said = await Promise.all(questions.map((asked) => peer().ask(asked)));
      const compared = questions.map((asked, index) => ({
        asked,
        theirs: said[index],
        ours: { ok: true, answer: ours(asked.claims, ...asked.question.args) },
      }));
      expect(compared.filter(({ ours, theirs }) => !isDeepStrictEqual(ours, theirs))).toEqual([]);
      // Questions that are all answered alike would find no disagreement in anything.
      expect(new Set(said.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(1);
    });

    it("is not asked of a method that there is none of", async () => {
      const question = { name: "canPublish", args: ["camera", "microphone"] };
      expect(await peer().ask({ claims: { video: {} }, question })).toMatchObject({ ok: false });
    });
  },
  (name) => name === "go",
);
