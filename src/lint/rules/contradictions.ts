import { getOwnAt } from "../../json/own.js";
import { type Draft, draft } from "../finding.js";
import type { Content } from "../reading.js";

/** Finds claims that are valid each by itself, and together hardly meant. */
export function contradictions({ payload }: Content): Draft[] {
  const findings: Draft[] = [];
  const [sub, jti, identity] = ["sub", "jti", "identity"].map((name) => getOwnAt(payload, [name]));
  const taken = sub || jti || "";
  if (!sub && typeof jti === "string" && jti !== "") {
    findings.push(draft("jti-as-identity", ["jti"], "is used as the identity, because sub is empty"));
  }
  if (identity !== undefined && identity !== "" && identity !== taken) {
    const word = sub || !jti ? "sub" : "jti";
    const fix = taken === "" ? 'Rename it to "sub".' : undefined;
    findings.push(
      draft("ignored-identity", ["identity"], { message: `is ignored: servers read the identity from ${word}`, fix }),
    );
  }
  const sources = getOwnAt(payload, ["video", "canPublishSources"]);
  if (getOwnAt(payload, ["video", "canPublish"]) === false && Array.isArray(sources) && sources.length > 0) {
    const message = "permits nothing, because canPublish is false";
    findings.push(draft("sources-without-publish", ["video", "canPublishSources"], message));
  }
  return findings;
}
