import { describe, expect, it } from "vitest";
import { findingsOf, payload } from "../../../support/lint.js";

const pointersIn = (claims: Record<string, unknown>): string[] =>
  findingsOf("stringified-nothing", payload(claims)).map(({ pointer }) => pointer);

describe("the text of a missing value", () => {
  it.each([
    ...[`${undefined}`, `${null}`, `${Number.NaN}`, `${{}}`, `${Promise.resolve()}`],
    ...["None", "<nil>", " ", "\t\n", "\u00a0", "\u200b", "\ufeff"],
  ])("is reported as identity and as room: %j", (text) => {
    const video = { roomJoin: true, room: text, destinationRoom: text };
    expect(pointersIn({ sub: text, video })).toEqual(["/sub", "/video/room", "/video/destinationRoom"]);
  });

  it("is reported as jti only when that is the identity", () => {
    expect(pointersIn({ sub: "", jti: "undefined" })).toEqual(["/jti"]);
    expect(pointersIn({ sub: "alice", jti: "undefined" })).toEqual([]);
  });

  it.each(["Nullable", "undefined user", "nan", "0", "a b", "👩‍🚀", ""])("is not reported for %j", (text) => {
    expect(pointersIn({ sub: text, video: { room: text } })).toEqual([]);
  });

  it("is reported with its consequence and a fix", () => {
    const [finding] = findingsOf("stringified-nothing", payload({ sub: "undefined" }));
    expect(finding).toMatchObject({
      severity: "warning",
      message:
        'is the text "undefined" of a missing value: everybody with this identity is the same participant, ' +
        "and whoever joins with it disconnects the one before",
      fix: "Refuse to mint while the value is missing, and await it if it is a promise.",
    });
  });
});
