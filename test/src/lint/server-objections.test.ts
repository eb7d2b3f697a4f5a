import { describe, expect, it } from "vitest";
import { read } from "../../../src/lint/reading.js";
import { eraOf, jwtReleases, objectionsTo } from "../../../src/lint/server-objections.js";
import { protocolOf } from "../../../src/targets/names.js";
import { payload } from "../../support/lint.js";
import { forge, NOW } from "../../support/tokens.js";

const [STRICT, JOSE, NEW] = ["livekit-server@1.9.11", "livekit-server@1.12.0", "livekit-server@1.13.5"];

/** Returns "kind pointer" for each objection of a server. */
function objections(tokenOrClaims: unknown, server: string): string[] {
  const reading = read(tokenOrClaims);
  if (reading.served === undefined) throw new Error("the claims are invalid");
  const found = objectionsTo(reading, reading.served, NOW)(protocolOf(server));
  return found.map(({ kind, pointer }) => `${kind} ${pointer}`).sort();
}

describe("a server objects", () => {
  it.each<[string, object, Readonly<Record<string, string[]>>]>([
    ["to no plain claims", {}, {}],
    [
      "to names that none knows, but aud",
      { other: 1, aud: "x", video: { more: 1 } },
      { [JOSE]: ["ignore /other", "ignore /video/more"], [NEW]: ["ignore /other", "ignore /video/more"] },
    ],
    [
      "to names in another case, when it is old",
      { NAME: "a", video: { ROOM: "r" } },
      { [JOSE]: ["ignore /NAME", "ignore /video/ROOM"] },
    ],
    ["to kinds that none knows", { kind: "robot" }, { [JOSE]: ["ignore /kind"], [NEW]: ["ignore /kind"] }],
    ["to no empty kind", { kind: "" }, {}],
    ["to details that none knows", { kindDetails: ["forwarded", "other"] }, { [NEW]: ["ignore /kindDetails/1"] }],
    ["to an iat to come, when it is old", { iat: NOW + 61 }, { [JOSE]: ["refuse /iat"] }],
    ["to no iat in time", { iat: NOW + 60 }, {}],
    [
      "to members of a room configuration",
      { roomConfig: { other: 1 } },
      { [STRICT]: ["refuse /roomConfig/other"], [NEW]: ["ignore /roomConfig/other"] },
    ],
    [
      "to values of a room configuration, but numbers",
      { roomConfig: { egress: { participant: { preset: "OTHER" }, room: { preset: 99 } } } },
      {
        [STRICT]: ["refuse /roomConfig/egress/participant/preset"],
        [NEW]: ["ignore /roomConfig/egress/participant/preset"],
      },
    ],
    [
      "to a young member of a room configuration, in its spelling",
      { roomConfig: { tags: { a: "b" } } },
      { [STRICT]: ["refuse /roomConfig/tags"] },
    ],
    [
      "to a young member that is null",
      { roomConfig: { tags: null, name: null } },
      { [STRICT]: ["refuse /roomConfig/tags"] },
    ],
  ])("%s", (_, claims, expected) => {
    for (const server of [STRICT, JOSE, NEW]) {
      if (server in expected || Object.keys(expected).length === 0) {
        expect([server, objections(payload({ ...claims }), server)]).toEqual([server, expected[server] ?? []]);
      }
    }
    expect(objections(payload({ ...claims }), NEW)).toEqual(expected[NEW] ?? []);
  });

  it("to the header, and to members twice", () => {
    const critical = forge(payload(), { header: { alg: "HS256", crit: ["exp"] } });
    expect([JOSE, NEW].map((server) => objections(critical, server))).toEqual([["refuse the header"], []]);
    const text = JSON.stringify(payload({ roomConfig: { name: "a" } }));
    const twice = forge(text.replace('"name":"a"', '"name":"a","name":"b"').replace("{", '{"sub":"bob",'));
    expect(objections(twice, NEW)).toEqual(["refuse /roomConfig/name"]);
    expect(objections(twice, JOSE)).toEqual(["refuse /roomConfig/name", "refuse /sub"]);
  });
});

it("releases are of eras", () => {
  expect(jwtReleases()).toEqual({ jose: "1.12.0", golangJwt: "1.13.0" });
  const eras = ["1.4.0", "1.9.11", "1.12.0", "1.13.5", "1.13.6"].map((version) =>
    eraOf(protocolOf(`livekit-server@${version}`)),
  );
  expect(eras).toEqual([
    "without,true,true",
    "strict,true,true",
    "lenient,true,true",
    "lenient,false,true",
    "lenient,false,false",
  ]);
});
