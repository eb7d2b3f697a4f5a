import { expect, it } from "vitest";
import { emitWebhook } from "../../../../scripts/emit/code/webhook.js";
import { load } from "../../../../scripts/model/load.js";
import { SCHEMA } from "../../../support/copies.js";

it("declares each event and each member of the protocol", async () => {
  const model = await load(SCHEMA);
  const [{ content } = { content: "" }] = await emitWebhook(model);
  for (const name of model.webhook.events) expect(content).toContain(`  | "${name}"`);
  for (const { name } of model.webhook.members) expect(content).toMatch(new RegExp(`^  ${name}\\??: `, "m"));
});

it("describes the members, for hovers in editors", async () => {
  const [{ content } = { content: "" }] = await emitWebhook(await load(SCHEMA));
  for (const name of ["event", "room", "participant", "egressInfo", "ingressInfo", "track", "job", "roomEndReason"]) {
    expect(content).toMatch(new RegExp(`\\*/\n  ${name}\\??: `));
  }
});
