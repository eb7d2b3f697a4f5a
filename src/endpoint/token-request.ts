import { endpointShapes, type TokenSourceRequest } from "../../generated/endpoint.js";
import { checkTokenSourceRequest } from "../../generated/validators.js";
import { issuesError } from "../issues/error.js";
import { createIssue, type Issue, limitIssues, toIssues } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import type { Json } from "../json/is-object.js";
import { decodeJson, rawBody } from "../json/raw-body.js";
import { snapshot } from "../json/snapshot.js";
import { buildMessage } from "../room-config/build.js";
import { normalizeMessage } from "../room-config/normalize.js";

const SHAPE = endpointShapes.TokenSourceRequest;

/**
 * Parses the body that a LiveKit client posts to a token endpoint.
 *
 * Accepts every spelling of protobuf JSON, such as `room_name` beside `roomName`, and ignores unknown members. Checks only
 * the types: the result is what the client asks for, not what it may have.
 *
 * @param body the body as it was received (text, or bytes in UTF-8), or the JSON value that a framework has parsed
 * @returns the request with camelCase names and a canonical roomConfig; `{}` is a valid request
 * @throws AccessTokenError INVALID_REQUEST; its `issues` have the places
 * @see https://github.com/livekit/protocol/blob/main/protobufs/livekit_token_source.proto
 */
export function parseTokenRequest(body: unknown): TokenSourceRequest {
  const { value, issues } = readJson(body);
  if (issues.length > 0) throw invalidRequest(issues);
  const normalized = normalizeMessage(value, "TokenSourceRequest", SHAPE, []);
  const found = [...normalized.issues, ...schemaIssues(checkTokenSourceRequest, normalized.value, "RoomConfiguration")];
  if (found.length > 0) throw invalidRequest(found);
  return buildMessage(normalized.value as Json, SHAPE) as TokenSourceRequest;
}

function readJson(body: unknown): { readonly value?: unknown; readonly issues: readonly Issue[] } {
  const raw = readRaw(body);
  if (raw === undefined) {
    const { value, faults } = snapshot(body);
    return { value, issues: toIssues(faults) };
  }
  const value = decodeJson(raw);
  if (value !== undefined) return { value, issues: [] };
  return { issues: [createIssue([], "json", "must be JSON in UTF-8; send {} to use the defaults")] };
}

/** Returns a raw body. Returns undefined for a parsed value, and for one that throws while it is read: copying it reports that. */
function readRaw(body: unknown): string | Uint8Array | undefined {
  try {
    return rawBody(body);
  } catch {
    return undefined;
  }
}

function invalidRequest(issues: readonly Issue[]) {
  return issuesError("INVALID_REQUEST", "the token request is invalid", limitIssues(issues));
}
