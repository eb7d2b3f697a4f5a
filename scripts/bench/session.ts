import { readFileSync } from "node:fs";
import { cpus, loadavg, release, type } from "node:os";
import type { Results } from "./results.js";
import { OURS } from "./workload.js";

const ROOT = new URL("../../", import.meta.url);

/** Describes this machine and its load before a run. */
export function describeMachine(): string {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${type()} ${release().split("-")[0]}, load ${load} before the run`;
}

/**
 * Returns the date and the versions of a run.
 *
 * @param contenders the names of contenders. Only those that are packages have versions.
 * @param modules the node_modules with the packages that were timed
 */
export function dateAndVersions(
  contenders: Iterable<string>,
  modules = new URL("node_modules/", ROOT),
): Pick<Results, "date" | "versions"> {
  const packages = [...new Set(contenders)].filter((name) => /^[a-z-]+$/.test(name));
  const versions = packages.map((name) => {
    const manifest = name === OURS ? new URL("package.json", ROOT) : new URL(`${name}/package.json`, modules);
    return [name, JSON.parse(readFileSync(manifest, "utf8")).version as string] as const;
  });
  return { date: new Date().toISOString().slice(0, 10), versions: Object.fromEntries(versions) };
}
