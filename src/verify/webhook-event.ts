import type { WebhookEvent } from "../../generated/webhook.js";
import { type AccessTokenError, issuesError } from "../issues/error.js";
import { createIssue } from "../issues/issue.js";
import { isObject } from "../json/is-object.js";
import { getOwn } from "../json/own.js";
import { decodeJson } from "../json/raw-body.js";

/**
 * Parses the event in a verified body.
 *
 * @throws AccessTokenError INVALID_CLAIMS at /event when the body is empty, not JSON, or has no name of an event: then the
 *   secret was used to sign something other than a webhook
 */
export function parseEvent(body: string | Uint8Array): WebhookEvent {
  const event = decodeJson(body);
  if (event === undefined) throw noEvent("cannot be read: the body is empty or not JSON");
  if (isObject(event) && typeof getOwn(event, "event") === "string") return event as WebhookEvent;
  throw noEvent("must be a string: the body is not a LiveKit event");
}

function noEvent(message: string): AccessTokenError {
  return issuesError("INVALID_CLAIMS", "the webhook is invalid", [createIssue(["event"], "required", message)]);
}
