import { getOwnAt } from "../../json/own.js";
import { createFinding, type Finding } from "../finding.js";
import type { Subject } from "../subject.js";

/** Claims that are right each by itself, and say together what was hardly meant. */
export function contradictions({ payload }: Subject): Finding[] {
  const findings: Finding[] = [];
  const [sub, jti, identity] = ["sub", "jti", "identity"].map((name) => getOwnAt(payload, [name]));
  const taken = sub || jti || "";
  if (!sub && typeof jti === "string" && jti !== "") {
    findings.push(createFinding("jti-as-identity", ["jti"], "is taken for the identity, because sub is empty"));
  }
  if (identity !== undefined && identity !== "" && identity !== taken) {
    const word = sub || !jti ? "sub" : "jti";
    findings.push(createFinding("ignored-identity", ["identity"], `is ignored: the identity is what ${word} says`));
  }
  const sources = getOwnAt(payload, ["video", "canPublishSources"]);
  if (getOwnAt(payload, ["video", "canPublish"]) === false && Array.isArray(sources) && sources.length > 0) {
    const message = "permits nothing, because canPublish is false";
    findings.push(createFinding("sources-without-publish", ["video", "canPublishSources"], message));
  }
  return findings;
}
