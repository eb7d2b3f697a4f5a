import type { Webhook } from "../../scripts/model/webhook.js";

/** For models of which the webhooks do not matter. */
export const NO_WEBHOOK: Webhook = { release: "0.0.0", events: [], members: [] };
