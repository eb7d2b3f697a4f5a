import { FINDINGS, type FindingKind } from "../../../src/lint/catalog.js";
import type { Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { table } from "../output/markdown-table.js";

/** The reference of what lint finds, from the table that it takes its words of. */
export function emitLintDoc(): Output[] {
  const source = banner("emit/docs/lint-doc", "src/lint/catalog.ts").replace("// ", "").trim();
  const kinds: [string, FindingKind][] = Object.entries(FINDINGS);
  const rows = (["error", "warning", "info"] as const).flatMap((severity) =>
    kinds
      .filter(([, kind]) => kind.severity === severity)
      .map(([code, { summary, fix }]) => [`\`${code}\``, severity, summary, fix]),
  );
  const content = `<!-- ${source} -->

# What lint finds

\`lint(tokenOrClaims)\` of \`livekit-claims/lint\` gives findings as data. An error is refused by somebody, leaks a secret, or permits something other than it says; a warning is likely a slip. A finding's \`pointer\` says where in the payload it is, its \`fix\` what to do, more exactly than here where more is known.

${table(["code", "severity", "what is found", "fix"], rows)}`;
  return [{ path: "docs/lint.md", content }];
}
