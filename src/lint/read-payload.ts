import * as jws from "#jws";
import { checkDecodedClaims } from "../../generated/validators.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { duplicateMembers } from "../json/duplicate-members.js";
import { isObject, type Json } from "../json/is-object.js";
import { type Fault, type Snapshot, snapshot } from "../json/snapshot.js";
import { checkAlgorithm, parseHeader } from "../jws/check-header.js";
import { checkSignatureForm, DEFAULT_MAX_TOKEN_BYTES, splitToken } from "../jws/compact-jws.js";
import { parseObject } from "../jws/parse-object.js";
import { createFinding, type Finding, fromIssue } from "./finding.js";
import { attempt } from "./refusals.js";

export interface Reading {
  /** The payload as it stands in the token, nothing renamed, dropped or filled in; undefined when it cannot be read. */
  readonly payload?: Json;
  readonly findings: readonly Finding[];
}

/** The payload of a token, or claims as the payload that they would be. Throws nothing, whatever it is given. */
export function readPayload(tokenOrClaims: unknown): Reading {
  return typeof tokenOrClaims === "string" ? readToken(tokenOrClaims) : readClaims(tokenOrClaims);
}

function readToken(token: string): Reading {
  const split = attempt(() => splitToken(token, DEFAULT_MAX_TOKEN_BYTES));
  const parts = split.value;
  if (!parts) return { findings: split.findings };
  const header = attempt(() => checkAlgorithm(parseHeader(parts.header)));
  const signature = attempt(() => checkSignatureForm(parts));
  const bytes = jws.decode(parts.payload);
  const { value: payload, findings } = attempt(() => parseObject(bytes, "payload"));
  const form = [...header.findings, ...signature.findings, ...findings];
  if (!payload || !bytes) return { findings: form };
  const twice = duplicateMembers(jws.text(bytes) ?? "").map((path) =>
    createFinding("duplicate-member", path, "is there twice in one object, and not every server takes the last"),
  );
  // What is nested deep is no fault in a token; only texts are looked at.
  const texts = snapshot(payload, []).faults.filter(({ keyword }) => keyword === "unicode");
  return { payload, findings: [...form, ...twice, ...texts.map(fromFault)] };
}

function readClaims(claims: unknown): Reading {
  let copy: Snapshot;
  try {
    copy = snapshot(claims, []);
  } catch {
    // A getter, a proxy or a toJson() of the caller's; what it throws may quote anything.
    return {
      findings: [createFinding("invalid-claims", [], "the claims cannot be read: reading them threw an error")],
    };
  }
  const findings = copy.faults.map(fromFault);
  if (isObject(copy.value)) return { payload: copy.value, findings };
  if (findings.length > 0) return { findings };
  const issues = schemaIssues(checkDecodedClaims, copy.value, "Claims");
  return { findings: issues.map((issue) => fromIssue("invalid-claims", issue)) };
}

function fromFault({ keyword, path, message }: Fault): Finding {
  return createFinding(keyword === "unicode" ? "lone-surrogate" : "invalid-claims", path, message);
}
