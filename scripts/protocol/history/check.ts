import { isDeepStrictEqual } from "node:util";
import { missingFromHistory } from "../../model/history/coverage.js";
import { readFacts } from "../../model/history/facts.js";
import { type History, modelAt } from "../../model/history/history.js";
import { KINDS } from "../../model/history/kinds.js";
import { load } from "../../model/load.js";
import { heldByTokens } from "../../model/model.js";
import { type Imported, readImported } from "../imported.js";
import { readLeftOut } from "../left-out.js";
import { releaseModel } from "../module/reading.js";
import { claimProblems } from "./claim-problems.js";
import { leftOutProblems } from "./left-out-problems.js";

/**
 * Compares the schemas, the imported messages and the history. Needs no network.
 *
 * @returns the problems, a line each
 * @throws SchemaError when a file in schema/ is invalid
 */
export async function checkHistory(schemaFolder: string): Promise<string[]> {
  const [{ history }, imported, model] = await Promise.all([
    readFacts(schemaFolder),
    readImported(schemaFolder),
    load(schemaFolder).then(heldByTokens),
  ]);
  const { release } = imported;
  if (!history.releases.includes(release)) {
    return [`the history does not have protocol ${release}, which is imported; run "npm run protocol:update"`];
  }
  const leftOut = await readLeftOut(schemaFolder);
  return [
    ...missingFromHistory(model, history),
    ...claimProblems(model, history, release, leftOut),
    ...leftOutProblems(leftOut, history, imported),
    ...differences(history, imported),
  ];
}

/** Returns the differences between the imported messages and the history of their release. */
function differences(history: History, { release, model }: Imported): string[] {
  const known = modelAt(history, release);
  const read = releaseModel({ release, sum: "", model, claimEnums: [], claims: {} });
  return KINDS.flatMap((kind) =>
    Object.entries(read[kind])
      .filter(([name, is]) => !isDeepStrictEqual(known[kind][name], is))
      .map(([name]) => `${name} in schema/protocol/imported.json differs from the history of protocol ${release}`),
  );
}
