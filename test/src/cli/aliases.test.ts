import { describe, expect, it } from "vitest";
import { command } from "../../support/run-cli.js";
import { forge, payload } from "../../support/tokens.js";

const JOIN = ["--join", "--room", "stage", "--identity", "alice"];

describe("a command of another name", () => {
  it.each([["create-token"], ["token create"], ["create"], ["generate"], ["sign"]])("%s mints", async (alias) => {
    const minted = await command(["mint", ...JOIN]);
    const { code, stdout, stderr } = await command([...alias.split(" "), ...JOIN]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: minted.stdout });
    expect(stderr).toBe(`note: ${alias} is called mint here\n`);
  });

  it.each([["decode"], ["debug"], ["decode-token"]])("%s inspects", async (alias) => {
    const stdin = forge(payload());
    expect((await command([alias], { stdin })).stdout).toBe((await command(["inspect"], { stdin })).stdout);
  });

  it("has the help of the command", async () => {
    expect((await command(["create-token", "--help"])).stdout).toBe((await command(["mint", "--help"])).stdout);
  });

  it("is noted apart from JSON", async () => {
    const { stderr } = await command(["create-token", "--json", "--join"]);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "INVALID_CLAIMS" } });
  });

  it("is no name that objects have by nature", async () => {
    expect((await command(["constructor"])).code).toBe(2);
  });
});
