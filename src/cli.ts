#!/usr/bin/env node
import { createReadStream, readFileSync } from "node:fs";
import { run } from "./cli/run.js";
import { EXIT, type Io, type Output } from "./cli/terminal/io.js";
import { wantsColor } from "./cli/terminal/page.js";
import { servePage } from "./cli/terminal/serve-page.js";

/** Larger than any token, claims or schema, so that an endless input ends. */
const LONGEST_INPUT = 16 * 1024 * 1024;

const io: Io = {
  env: process.env,
  clock: Date.now,
  // Streams are opened at the first use: each takes time, and few commands use all.
  stdin: {
    get isTerminal() {
      return process.stdin.isTTY === true;
    },
    read: () => readText(process.stdin),
  },
  stdout: output(() => process.stdout),
  stderr: output(() => process.stderr),
  readFile: readUserFile,
  // The package is one folder above src/, and above dist/.
  readPackageFile: async (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8"),
  servePage: (service) =>
    servePage(service, new Promise((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve))),
};

void run(process.argv.slice(2), io).then((code) => {
  // Not process.exit(), which would cut off output that a pipe has not taken yet. A failed write may have set the code.
  process.exitCode ??= code;
});

function output(open: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => {
    opened ??= guarded(open());
    return opened;
  };
  return {
    get color() {
      return wantsColor(process.env, stream().isTTY === true);
    },
    write: (text) => void stream().write(text),
  };
}

function guarded(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  stream.once("error", ({ code }: NodeJS.ErrnoException) => {
    // Later writes fail too, for the same reason.
    stream.on("error", () => {});
    // A reader that closes the pipe has read enough, as `head` does.
    if (code === "EPIPE") return;
    process.exitCode = EXIT.usage;
    if (stream === process.stdout) io.stderr.write(`USAGE: standard output: cannot be written (${code})\n`);
  });
  return stream;
}

/** Leaves the path out of errors: somebody may have passed the text of the file instead. */
async function readUserFile(path: string): Promise<string> {
  try {
    return await readText(createReadStream(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new Error(`cannot be read (${code})`);
  }
}

/** Drops a byte order mark, which Windows writes. */
async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > LONGEST_INPUT) throw new Error(`is longer than ${LONGEST_INPUT} bytes`);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Error("is not UTF-8");
  }
}
