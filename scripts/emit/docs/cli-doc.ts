import type { CommandSpec } from "../../../src/cli/args/command-spec.js";
import { optionRows, usageOf } from "../../../src/cli/args/help.js";
import { COMMANDS } from "../../../src/cli/commands.js";
import { EXIT_CODES } from "../../../src/cli/terminal/io.js";
import type { Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { table } from "../output/markdown-table.js";

/** Emits the reference of the command line, from the same table as its parser and its help. */
export function emitCliDoc(): Output[] {
  const source = banner("emit/docs/cli-doc", "src/cli/commands/").replace("// ", "").trim();
  const commands: [string, CommandSpec][] = Object.entries(COMMANDS);
  const content = `<!-- ${source} -->

# The command line

\`npx livekit-claims COMMAND [options]\`, or \`livekit-claims\` once the package is installed. \`livekit-claims help COMMAND\` prints the section of a command.

${table(
  ["command", "does"],
  commands.map(([name, { summary }]) => [`[${name}](#${name})`, summary]),
)}
With \`--json\`, results and errors are JSON, errors as \`{ "error": { "code", "message", "issues", "hint" } }\` on standard error. Output to a terminal has colors unless \`NO_COLOR\` is set. No command prints an API secret. The secrets of a room configuration are printed only inside a token.

${table(
  ["exit code", "means"],
  Object.entries(EXIT_CODES).map(([code, meaning]) => [code, meaning]),
)}
${commands.map(([name, spec]) => section(name, spec)).join("\n")}`;
  return [{ path: "docs/cli.md", content }];
}

function section(name: string, spec: CommandSpec): string {
  const args = Object.entries(spec.arguments).map(([argument, { help }]) => [`\`${argument}\``, help] as const);
  const options = optionRows(spec).map(([written, help]) => [`\`${written}\``, help] as const);
  const examples = spec.examples.map(({ says, line }) => `# ${says}\n${line}\n`).join("\n");
  return `## ${name}

\`${usageOf(name, spec)}\`: ${spec.summary}.

${spec.details.map((paragraph) => `${paragraph}\n\n`).join("")}${table(["option", "does"], [...args, ...options])}
\`\`\`sh
${examples}\`\`\`
`;
}
