import { expect, it } from "vitest";
import { knownSince } from "../../../scripts/model/history/history.js";
import { load } from "../../../scripts/model/load.js";
import { readLeftOut } from "../../../scripts/protocol/left-out.js";
import { ourClaims } from "../../../scripts/protocol/our-claims.js";
import { SCHEMA } from "../../support/copies.js";
import { HISTORY } from "../../support/replayable.js";

it("has the claims and grants of the newest release with their types, except for those left out", async () => {
  const leftOut = await readLeftOut(SCHEMA);
  const current = Object.entries(HISTORY.claims).filter(
    ([name, entry]) => knownSince(entry) !== undefined && !leftOut.has(name),
  );
  expect(ourClaims(await load(SCHEMA))).toEqual(Object.fromEntries(current.map(([name, { is }]) => [name, is])));
});
