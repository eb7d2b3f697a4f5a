import { describe, expect, it } from "vitest";
import { inspectText, type Question } from "../../../src/inspector/inspection.js";
import { CLAIMS_SCHEMA } from "../../support/claims-schema.js";
import { json } from "../../support/run-cli.js";
import { forge, KEY, NOW, payload, SECRET } from "../../support/tokens.js";
import { WORST_CASES } from "../../support/worst-cases.js";

const AT = new Date(NOW * 1000).toISOString();
const ask = (text: string, more: Partial<Question> = {}) =>
  inspectText({ text, which: 0, now: AT, apiKey: "", secret: "", room: "", ...more }, CLAIMS_SCHEMA);

it("says what the command says", async () => {
  const token = forge(
    payload({ video: { roomJoin: true, room: "stage", rooom: 1 }, roomConfig: { tags: { a: "b" } } }),
  );
  const { verdict, permissions, notes, times, findings } = await ask(token, { apiKey: KEY, secret: SECRET });
  const told = await json<Record<string, object[]>>(["inspect", "--json", "--now", AT], {
    stdin: token,
    clock: Date.now,
  });
  expect({ verdict, permissions, notes, times }).toEqual({
    verdict: told.verdict,
    permissions: told.permissions,
    notes: told.notes,
    times: told.times,
  });
  expect(findings).toMatchObject((told.findings ?? []).map(({ path: _, ...finding }: { path?: unknown }) => finding));
});

describe("findings are placed", () => {
  it.each<[string, string, Partial<Question>, object | string]>([
    ["an unknown member", forge(payload({ rooom: 1 })), {}, { row: expect.any(Number) }],
    ["another algorithm", forge(payload({}), { header: { alg: "none" } }), {}, { part: "header" }],
    ["a wrong signature", forge(payload({})), { secret: "x".repeat(40) }, { part: "signature" }],
    ["a payload that is no JSON", forge("{"), {}, { part: "payload" }],
    ["no token", "undefined", {}, "token"],
  ])("%s", async (_, text, more, place) => {
    const { findings } = await ask(text, more);
    expect(findings[0]?.place).toEqual(place);
  });
});

it("asks for the secret in its own words", async () => {
  const { signature } = await ask(forge(payload({})));
  expect(signature.message).toContain("fill in the API secret");
});

it("judges calls for the room that is asked about", async () => {
  const token = forge(payload({ video: { roomAdmin: true, room: "stage" } }));
  const permits = async (room: string) =>
    (await ask(token, { room })).calls?.flatMap(({ calls }) => calls).find(({ call }) => call === "SendData")
      ?.permitted;
  expect([await permits(""), await permits("stage"), await permits("other")]).toEqual([true, true, false]);
});

it("reports a clock that is not a time, and judges by that of the machine", async () => {
  expect(await ask("", { now: "noon" })).toMatchObject({ clockProblem: expect.stringContaining("must be a time") });
});

it("looks at the token that is chosen", async () => {
  const text = `${forge(payload({ sub: "alice" }))}\n${forge(payload({ sub: "bob" }))}`;
  const { lines, claims } = await ask(text, { which: 1 });
  expect([lines, claims?.sub]).toEqual([[1, 2], "bob"]);
});

it("leaves secrets out of what may be shared", async () => {
  const token = forge(payload({ roomConfig: { egress: { room: { stream: { urls: ["rtmp://hunter2"] } } } } }));
  const { claims, rows, payload: whole } = await ask(token);
  expect(JSON.stringify([claims, rows])).not.toContain("hunter2");
  expect(JSON.stringify(whole)).toContain("hunter2");
});

it.each(
  Object.entries(WORST_CASES).flatMap(([code, cases]) =>
    Object.entries(cases).map(([name, make]) => [code, name, make] as const),
  ),
)("is short for a long text: %s, %s", async (_, __, make) => {
  const { claims, payload: whole, ...shown } = await ask(make(30_000));
  expect(JSON.stringify(shown).length).toBeLessThan(250_000);
});
