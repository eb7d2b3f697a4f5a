import { beforeAll, expect, it } from "vitest";
import { AccessToken, buildClaims, buildVideoGrants, type Claims, hashBody } from "../../src/index.js";
import { isObject, type Json } from "../../src/json/is-object.js";
import { getOwn } from "../../src/json/own.js";
import { differences, inWords, placeOf, placesOf, topmost } from "./agreement.js";
import { type Case, casesFor, grantsTable, KEY, SECRET } from "./grants-table.js";
import { AGREES, type Outcome, surprises } from "./known-faults.js";
import type { Peer, VerifyAnswer } from "./peer.js";
import { describePeers } from "./peer-suite.js";

/** A webhook's body, which our token vouches for, for peers that only verify webhooks. */
const BODY = JSON.stringify({ event: "room_started", room: { name: "r" } });
const SHA256 = await hashBody(BODY);

interface Verified {
  readonly minted: Case;
  readonly expected: Claims;
  readonly answer: VerifyAnswer;
}

async function mintAndVerify(peer: Peer, { name, claims: given }: Case, compact: boolean): Promise<Verified> {
  const webhook = peer.spec.verifies === "webhook";
  const claims = webhook ? { ...given, sha256: SHA256 } : given;
  const now = Math.floor(Date.now() / 1000);
  const token = await AccessToken.withApiKey(KEY, SECRET)
    .withClaims(claims)
    .allowSensitiveCredentials()
    .toJwt({ compact, clock: () => now * 1000 });
  const answer = await peer.verify({ key: KEY, secret: SECRET, token, ...(webhook && { body: BODY }) });
  const minted = { name: `${name} (${compact ? "compact" : "full"})`, claims };
  return { minted, expected: buildClaims({ nbf: now, ...claims }), answer };
}

/** @param known the places that the peer shows for any case; it cannot disagree elsewhere */
function outcomeOf({ expected, answer }: Verified, known: ReadonlySet<string>): Outcome {
  if (!answer.ok) return `refuses: ${answer.error}`;
  if (!answer.claims) return AGREES;
  const different = differences(expected, withRights(answer.claims)).filter(
    ({ pointer, expected }) => expected === undefined || known.has(placeOf(pointer)),
  );
  return different.length === 0 ? AGREES : `differs at ${different.map(inWords).join(", ")}`;
}

/** The grants that are permitted when absent. A compact token leaves them out. */
const PERMITTED = Object.entries(buildVideoGrants({})).flatMap(([name, value]) => (value === true ? [name] : []));

/** Returns claims with the grants that are permitted when absent, as the peers' own questions answer them. */
function withRights(claims: object): object {
  const given = getOwn(claims, "video");
  const video = isObject(given) ? given : {};
  const complete = Object.entries(buildVideoGrants(video)).filter(([name]) => PERMITTED.includes(name));
  return { ...claims, video: { ...Object.fromEntries(complete), ...defined(video) } };
}

function defined(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null));
}

/** The places of all members that some peer has shown. */
const seen = new Set<string>();

describePeers("our tokens, verified", (peer, spec) => {
  const verified: Verified[] = [];

  beforeAll(async () => {
    for (const each of casesFor(spec.name)) {
      for (const compact of [false, true]) verified.push(await mintAndVerify(peer(), each, compact));
    }
  });

  it("have the claims that we signed", async () => {
    const known = new Set(verified.flatMap(({ answer }) => (answer.ok ? placesOf(answer.claims) : [])));
    const outcomes = new Map(verified.map((each) => [each.minted, outcomeOf(each, known)]));
    expect(await surprises(spec.name, "verifying", outcomes)).toEqual([]);

    if (spec.verifies === true) {
      const unknown = verified.flatMap(({ expected }) => placesOf(expected)).filter((place) => !known.has(place));
      console.log(`${spec.title} does not show: ${topmost(unknown).join(" ") || "nothing, it shows all"}`);
    }
    for (const place of known) seen.add(place);
  });

  it("are refused with another secret or key, after expiry, or for another body", async () => {
    const soon = Math.floor(Date.now() / 1000) + 600;
    const accepts = async ({ key = KEY, secret = SECRET, exp = soon, body = BODY }) => {
      const clock = () => (exp - 600) * 1000;
      const token = await AccessToken.withApiKey(key, secret).withClaims({ exp, sha256: SHA256 }).toJwt({ clock });
      return (await peer().verify({ key: KEY, secret: SECRET, token, body })).ok;
    };
    expect(await accepts({})).toBe(true);
    expect(await accepts({ secret: `${SECRET}!` })).toBe(false);
    expect(await accepts({ key: `${KEY}!` })).toBe(false);
    expect(await accepts({ exp: soon - 6000 })).toBe(false);
    expect(await accepts({ body: `${BODY} ` })).toBe(spec.verifies === true);
  });
});

it("have every member of the schemas shown by some peer", ({ skip }) => {
  if (seen.size === 0) skip("no peer is installed");
  const set = new Set(casesFor("go").flatMap(({ claims }) => placesOf(claims)));
  expect([...set].filter((place) => !seen.has(place))).toEqual([]);
  console.log(`${grantsTable.length} cases, each full and compact, of ${set.size} members`);
});
