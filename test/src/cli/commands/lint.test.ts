import { describe, expect, it } from "vitest";
import { lintNow, payload } from "../../../support/lint.js";
import { command, json } from "../../../support/run-cli.js";
import { forge } from "../../../support/tokens.js";

const faulty = payload({ exp: 1, video: { roomName: "stage" } });

describe("livekit-claims lint", () => {
  it("prints each finding with its fix", async () => {
    const { code, stdout } = await command(["lint"], { stdin: forge(faulty), env: {} });
    expect(code).toBe(1);
    expect(stdout).toBe(`error expired: /exp the token expired at 1970-01-01T00:00:01.000Z
  Mint a new token.
warning unknown-member: /video/roomName is not a member of VideoGrants; did you mean "room"?
  Write "room".
`);
  });

  it("prints the same findings as JSON for claims and for their token", async () => {
    const findings = JSON.parse(JSON.stringify(lintNow(faulty)));
    expect(await json(["lint", "--json", forge(faulty)], { env: {} })).toEqual(findings);
    expect(await json(["lint", "--json"], { stdin: `\n${JSON.stringify(faulty)}`, env: {} })).toEqual(findings);
  });

  it("exits 0 for warnings, and without findings", async () => {
    const { code, stdout } = await command(["lint"], { stdin: forge(payload()), env: {} });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "nothing is wrong with it\n" });
    expect((await command(["lint"], { stdin: forge(payload({ unheardOf: 1 })) })).code).toBe(0);
  });

  it("checks the length of the secret", async () => {
    const found = (secret: string) => json(["lint", "--json", forge(payload(), { secret }), "--api-secret", secret]);
    expect(await found("short")).toMatchObject([{ code: "short-secret" }]);
    expect(await found("s".repeat(32))).toEqual([]);
  });

  it("prints members that a target does not know", async () => {
    const stdin = JSON.stringify(payload({ roomConfig: { tags: { a: "b" } } }));
    const { code, stdout } = await command(["lint", "--target", "livekit-server@1.9.11"], { stdin });
    expect(code).toBe(1);
    expect(stdout).toContain("error target-refuses: /roomConfig/tags ");
  });

  it("says of claims that are no JSON how to print them", async () => {
    const { code, stdout } = await command(["lint"], { stdin: "{'sub': 'hunter2'}" });
    expect(code).toBe(1);
    expect(stdout).toContain("in the notation of a programming language, not JSON\n  Print them as JSON: ");
    expect(stdout).not.toContain("hunter2");
  });

  it("prints a line of JSON for each token of a log, and ends with the worst code", async () => {
    const tokens = [forge(payload()), forge(faulty), forge(payload({ unheardOf: 1 }))];
    const stdin = tokens.map((token, index) => `2026-01-01 INFO join ${index} token=${token} ok\n`).join("");
    const { code, stdout } = await command(["lint", "--json"], { stdin, env: {} });
    const reports = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { line: number; findings: { code: string }[] });
    expect(reports.map(({ line, findings }) => [line, findings.map((finding) => finding.code)])).toEqual([
      [1, ["token-in-text"]],
      [2, ["expired", "unknown-member", "token-in-text"]],
      [3, ["unknown-member", "token-in-text"]],
    ]);
    expect(code).toBe(1);
    const people = await command(["lint"], { stdin, env: {} });
    expect(people.stdout).toContain("Token 2 of 3, in line 2\n\nerror expired");
  });

  it("prints of a token that is there twice what it prints of one", async () => {
    const token = forge(payload());
    expect(
      await json(["lint", "--json"], { stdin: `{"token":"${token}","access_token":"${token}"}`, env: {} }),
    ).toMatchObject([{ code: "token-in-text", severity: "info" }]);
  });
});
