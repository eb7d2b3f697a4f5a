import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readWebhook, WEBHOOK_FILE, writeWebhook } from "../../../scripts/model/webhook.js";
import { readImported } from "../../../scripts/protocol/imported.js";
import { copySchemas, SCHEMA } from "../../support/copies.js";

it("reads what it writes", async () => {
  const folder = await copySchemas();
  const webhook = await readWebhook(SCHEMA);
  await writeFile(join(folder, WEBHOOK_FILE), writeWebhook(webhook));
  expect(await readWebhook(folder)).toEqual(webhook);
});

it("is of the release that is imported", async () => {
  expect((await readWebhook(SCHEMA)).release).toBe((await readImported(SCHEMA)).release);
});

it.each(["", "{}", '{"events":[],"members":[]}', '{"events":["a"],"members":[{"name":"id"}]}'])(
  "rejects the text %j",
  async (text) => {
    const folder = await copySchemas();
    await writeFile(join(folder, WEBHOOK_FILE), text);
    await expect(readWebhook(folder)).rejects.toThrow("schema/protocol/webhook.json");
  },
);
