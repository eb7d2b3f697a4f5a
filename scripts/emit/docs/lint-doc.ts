import { FINDINGS, type FindingKind } from "../../../src/lint/catalog.js";
import type { Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { table } from "../output/markdown-table.js";

/** Emits the reference of lint, from the table that has the texts of its findings. */
export function emitLintDoc(): Output[] {
  const source = banner("emit/docs/lint-doc", "src/lint/catalog.ts").replace("// ", "").trim();
  const kinds: [string, FindingKind][] = Object.entries(FINDINGS);
  const rows = (["error", "warning", "info"] as const).flatMap((severity) =>
    kinds
      .filter(([, kind]) => kind.severity === severity)
      .map(([code, { summary, fix }]) => [`\`${code}\``, severity, summary, fix]),
  );
  const content = `<!-- ${source} -->

# Findings of lint

\`lint(tokenOrClaims)\` of \`livekit-claims/lint\` returns findings as data. An error means that a server or SDK rejects the token, that the token leaks a secret, or that it permits something other than it says. A warning is probably a mistake. The \`pointer\` of a finding is its place in the payload. Its \`fix\` says what to do, often in more detail than this table.

${table(["code", "severity", "finding", "fix"], rows)}`;
  return [{ path: "docs/lint.md", content }];
}
