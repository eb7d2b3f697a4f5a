import { describe, expect, it } from "vitest";
import { type Draft, draft, report } from "../../../src/lint/finding.js";

describe("a report", () => {
  it("words only the findings that it returns", () => {
    let worded = 0;
    const drafts: Draft[] = Array.from({ length: 1000 }, (_, index) =>
      draft("unknown-member", ["a", index], () => ({ message: `${worded++}` })),
    );
    const findings = report([...drafts, ...drafts]);
    expect(findings.map(({ message }) => message).slice(-2)).toEqual(["19", "and 980 more of this"]);
    expect(worded).toBe(20);
  });

  it("has the first finding of each code and place, or of each code and message when there is no place", () => {
    const drafts = [draft("expired", ["exp"], "a"), draft("expired", ["exp"], "b"), draft("missing-exp", ["exp"], "c")];
    const parts = ["a", "b", "a"].map((message) => draft("malformed-token", [], message));
    expect(report([...drafts, ...parts]).map(({ code, message }) => `${code} ${message}`)).toEqual([
      "expired a",
      "missing-exp c",
      "malformed-token a",
      "malformed-token b",
    ]);
  });

  it("distinguishes members from their own members and elements", () => {
    const paths = [["a"], ["a", "b"], ["a/b"], ["a", 0]];
    const findings = report(paths.map((path) => draft("unknown-member", path, "is not known")));
    expect(findings.map(({ pointer }) => pointer)).toEqual(["/a", "/a/b", "/a~1b", "/a/0"]);
  });
});
