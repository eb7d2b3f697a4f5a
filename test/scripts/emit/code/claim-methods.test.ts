import { describe, expect, it } from "vitest";
import { claimMethods } from "../../../../scripts/emit/code/claim-methods.js";
import { load } from "../../../../scripts/model/load.js";
import { REGISTERED_CLAIMS } from "../../../../scripts/model/registered-claims.js";
import { SCHEMA } from "../../../support/copies.js";

const methods = claimMethods(await load(SCHEMA));
const namesOf = (claim: string) => {
  const found = methods.find((method) => method.claim.name === claim);
  return found && [found.set, ...(found.add === undefined ? [] : [found.add])];
};

describe("claimMethods", () => {
  it.each([
    ["sub", ["withIdentity"]],
    ["video", ["withGrants", "addGrants"]],
    ["sip", ["withSipGrants", "addSipGrants"]],
    ["agentEndpoint", ["withAgentEndpointGrants", "addAgentEndpointGrants"]],
    ["attributes", ["withAttributes"]],
    ["roomConfig", ["withRoomConfig"]],
  ])("names the methods of %s: %j", (claim, names) => {
    expect(namesOf(claim)).toEqual(names);
  });

  it("has no methods for registered claims but sub", () => {
    const registered = methods.filter(({ claim }) => REGISTERED_CLAIMS.has(claim.name));
    expect(registered.map(({ claim }) => claim.name)).toEqual(["sub"]);
  });
});
