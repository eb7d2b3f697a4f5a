import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry, History } from "../../scripts/model/history/history.js";
import { KINDS, type ReleaseModel } from "../../scripts/model/history/kinds.js";
import { HISTORY_FILE, parseHistory } from "../../scripts/model/history/text.js";
import { type ReleaseSource, UnreachableError } from "../../scripts/protocol/history/release-source.js";
import { compareProtocolVersions } from "../../src/targets/protocol-version.js";
import { SCHEMA } from "./copies.js";

export const HISTORY_TEXT = readFileSync(join(SCHEMA, HISTORY_FILE), "utf8");
export const HISTORY: History = parseHistory(HISTORY_TEXT);

export const NOTHING: ReleaseModel = { messages: {}, members: {}, oneofs: {}, enums: {}, values: {} };

/** What a release must have had for the history to be what it is. */
export function modelAt(history: History, release: string): ReleaseModel {
  const model = KINDS.map((kind) => [
    kind,
    Object.fromEntries(
      Object.entries(history[kind]).flatMap(([name, entry]) =>
        isThere(entry, release) ? [[name, wasAt(entry, release)]] : [],
      ),
    ),
  ]);
  return Object.fromEntries(model);
}

function isThere({ since, removed, away = [] }: Entry, release: string): boolean {
  const reached = (other: string | undefined) => other !== undefined && compareProtocolVersions(release, other) >= 0;
  return reached(since) && !reached(removed) && !away.some(([from, until]) => reached(from) && !reached(until));
}

function wasAt({ is = "", was = {} }: Entry, release: string): string {
  const change = Object.entries(was).find(([by]) => compareProtocolVersions(release, by) < 0);
  return change?.[1] ?? is;
}

/** A registry with the releases of a history (and others), which counts what it is asked for. */
export function sourceOf(
  models: Readonly<Record<string, ReleaseModel>> = {},
  { published = [...HISTORY.releases, ...Object.keys(models)], reachable = true, kept = true } = {},
): ReleaseSource & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async published() {
      if (!reachable) throw new UnreachableError("nobody answers");
      return [...published].sort(compareProtocolVersions);
    },
    async models(releases) {
      if (!kept) throw new UnreachableError("nothing is kept");
      asked.push(...releases);
      return releases.map((release) => models[release] ?? modelAt(HISTORY, release));
    },
  };
}
