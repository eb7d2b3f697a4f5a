import { describe, expect, it } from "vitest";
import { execute, MissingProgram } from "../../../scripts/process/execute.js";

const sh = (line: string, options = {}) => execute("sh", ["-c", line], options);

describe("execute", () => {
  it("returns the status and both outputs, whatever the status", async () => {
    expect(await sh("echo out; echo err >&2; exit 3")).toEqual({ code: 3, stdout: "out\n", stderr: "err\n" });
  });

  it("returns no status for a program that a signal ended", async () => {
    expect(await sh("kill -TERM $$")).toMatchObject({ code: null });
  });

  it("writes the input, which is empty by default", async () => {
    expect(await sh("cat", { input: "héllo" })).toMatchObject({ code: 0, stdout: "héllo" });
    expect(await sh("cat")).toMatchObject({ code: 0, stdout: "" });
  });

  it("accepts a program that does not read its input", async () => {
    expect(await sh("exit 0", { input: "x".repeat(2 ** 20) })).toMatchObject({ code: 0 });
  });

  it("passes the environment of this process, or the given one instead", async () => {
    const variables = 'echo "$HOME $ADDED"';
    expect(await sh(variables)).toMatchObject({ stdout: `${process.env.HOME} \n` });
    expect(await sh(variables, { env: { PATH: process.env.PATH, ADDED: "x" } })).toMatchObject({ stdout: " x\n" });
  });

  it.each([{}, { tether: true }])("names a program that is not installed, with %j", async (options) => {
    await expect(execute("no-such-program", [], options)).rejects.toThrow(
      new MissingProgram("no-such-program is not installed"),
    );
  });

  it.each([0, 3])("returns the status %d of a tethered program, which has no input", async (status) => {
    expect(await sh(`cat; exit ${status}`, { tether: true })).toMatchObject({ code: status, stdout: "" });
  });

  it("kills a program that takes too long and all processes that it started, and reports it", async () => {
    // Output ends only when the last process that writes to it has ended.
    const { code, stderr } = await sh("echo started; sleep 600 & wait", { timeout: 500 });
    expect(code).toBeNull();
    expect(stderr).toMatch(/killed after 500 ms/);
  });
});
