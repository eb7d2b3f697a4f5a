#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import process from "node:process";
import type { Io, Output } from "./cli/io.js";
import { wantsColor } from "./cli/page.js";
import { run } from "./cli/run.js";

/** More than any token, claims or schema has; what never ends is not read for ever. */
const LONGEST_INPUT = 16 * 1024 * 1024;

const io: Io = {
  env: process.env,
  clock: Date.now,
  stdin: { isTerminal: process.stdin.isTTY === true, read: readStdin },
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  readFile: readUserFile,
  // From src/ as from dist/, the package is one folder up.
  readPackageFile: (path) => readFile(new URL(`../${path}`, import.meta.url), "utf8"),
};

// Not process.exit(), which would cut off what a pipe has not taken yet.
process.exitCode = await run(process.argv.slice(2), io);

function output(stream: NodeJS.WriteStream): Output {
  // Whoever reads may have read enough, as `head` does.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return { color: wantsColor(process.env, stream.isTTY === true), write: (text) => void stream.write(text) };
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_INPUT) throw new Error(`is longer than ${LONGEST_INPUT} bytes`);
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks));
}

/** The path is not told again: in its place may stand what was to be in the file. */
async function readUserFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`cannot be read (${error.code})`);
  });
  return decode(bytes);
}

/** A byte order mark, which Windows likes to write, is left out. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error("is not UTF-8");
  }
}
