#!/usr/bin/env node
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { run } from "./cli/run.js";
import { EXIT, type Io, type Output } from "./cli/terminal/io.js";
import { wantsColor } from "./cli/terminal/page.js";
import { servePage } from "./cli/terminal/serve-page.js";

/** More than any token, claims or schema has; what never ends is not read for ever. */
const LONGEST_INPUT = 16 * 1024 * 1024;

const io: Io = {
  env: process.env,
  clock: Date.now,
  stdin: { isTerminal: process.stdin.isTTY === true, read: () => readText(process.stdin) },
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  readFile: readUserFile,
  // From src/ as from dist/, the package is one folder up.
  readPackageFile: (path) => readFile(new URL(`../${path}`, import.meta.url), "utf8"),
  servePage: (service) =>
    servePage(service, new Promise((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve))),
};

const code = await run(process.argv.slice(2), io);
// Not process.exit(), which would cut off what a pipe has not taken yet. A failed write may have set it already.
process.exitCode ??= code;

function output(stream: NodeJS.WriteStream): Output {
  stream.once("error", ({ code }: NodeJS.ErrnoException) => {
    // Whatever else is written fails too, and says nothing new.
    stream.on("error", () => {});
    // Whoever reads may have read enough, as `head` does.
    if (code === "EPIPE") return;
    process.exitCode = EXIT.usage;
    if (stream === process.stdout) io.stderr.write(`USAGE: standard output: cannot be written (${code})\n`);
  });
  return { color: wantsColor(process.env, stream.isTTY === true), write: (text) => void stream.write(text) };
}

/** The path is not told again: in its place may stand what was to be in the file. */
async function readUserFile(path: string): Promise<string> {
  try {
    return await readText(createReadStream(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new Error(`cannot be read (${code})`);
  }
}

/** A byte order mark, which Windows likes to write, is left out. */
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
