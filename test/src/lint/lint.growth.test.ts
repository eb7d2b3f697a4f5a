import { describe, expect, it } from "vitest";
import { lint } from "../../../src/lint.js";
import { target } from "../../../src/targets.js";
import { growthOf } from "../../support/counted-work.js";
import { clock, KEY, SECRET } from "../../support/tokens.js";
import { WORST_CASES } from "../../support/worst-cases.js";

const BYTES = 3_000;
const options = {
  clock,
  apiKey: KEY,
  secret: SECRET,
  target: target("livekit-server@1.9.11"),
  limits: { participantName: 1, metadata: 1, attributes: 1 },
};

describe.each(Object.entries(WORST_CASES))("tokens with many findings of %s", { timeout: 60_000 }, (code, cases) => {
  it.each(Object.entries(cases))("cost lint time linear in their length: %s", async (_, make) => {
    expect(lint(make(BYTES), options).map((finding) => finding.code)).toContain(code);
    expect(await growthOf((token) => lint(token, options), make, BYTES)).toBeLessThan(2.1);
  });
});
