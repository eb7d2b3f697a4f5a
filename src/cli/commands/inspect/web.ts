import { toFragment } from "../../../report/permalink.js";
import type { Given } from "../../args/command-spec.js";
import { readToken } from "../../args/tokens.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { print } from "../../terminal/page.js";
import { UsageError } from "../../terminal/usage-error.js";
import type { inspect as spec } from "./spec.js";

const PAGE = "dist/inspector.html";

/** Serves the inspector page until the program is interrupted. A token goes into the fragment, which no server gets. */
export async function serveInspector({ options, arguments: { TOKEN } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const { web: _web, port, ...others } = options;
  const other = Object.entries(others).find(
    ([, value]) => ![undefined, false].includes(value as undefined) && `${value}` !== "",
  );
  if (other !== undefined) throw new UsageError(`--${other[0]}: does nothing with --web; set it in the page`);
  const html = await io.readPackageFile(PAGE);
  const text = TOKEN === undefined ? "" : await readToken(TOKEN, io);
  await io.servePage({
    html,
    policy: policyOf(html),
    port: portOf(port),
    started: (url) => {
      io.stdout.write(`${url}${toFragment({ text, now: "" })}\n`);
      print(io.stderr, ["open it in a browser; Ctrl-C ends it"]);
    },
  });
  return EXIT.fine;
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError("--port: must be a number from 0 to 65535");
}

/** Returns the policy that the page has in itself. */
function policyOf(html: string): string {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  if (policy === undefined) throw new Error(`${PAGE} has no content security policy`);
  return policy;
}
