import { describe, expect, it } from "vitest";
import { findingsOf, found, payload } from "../../../support/lint.js";

const UUID = "01234567-89ab-cdef-0123-456789abcdef";

describe("an issuer other than the API key", () => {
  const TRIM = "Trim the API key where it is read: the two differ only in white space.";
  const QUOTES = "Remove the quotes around the API key where it is set: the two differ only in quotes.";
  const OTHER = "Mint with the key and the secret of the server that the token is for, or pass the key that minted it.";
  it.each([
    ["devkey\n", "devkey", TRIM],
    ["devkey", " devkey", TRIM],
    ['"devkey"', "devkey", QUOTES],
    ["devkey", "'devkey'", QUOTES],
    ["'devkey'", '"devkey"', QUOTES],
    ["x'devkey'", "devkey", OTHER],
    ["'devkey'x", "devkey", OTHER],
    ["x'devkey'", "xdevkey", OTHER],
    ["'devkey'x", "devkeyx", OTHER],
    ["devkey", "x'devkey'", OTHER],
    ["devkeyx", "'devkey'x", OTHER],
    ["'devkey'", "'other'", OTHER],
    ["DevKey", "devKey", 'Write the API key as the server does: "devKey".'],
    ["other", "devkey", OTHER],
  ])("%j and %j have the fix: %s", (iss, apiKey, fix) => {
    expect(findingsOf("other-key", payload({ iss }), { apiKey })).toMatchObject([{ pointer: "/iss", fix }]);
  });

  it("is compared with one that is given only", () => {
    expect(found(payload({ iss: "other" }))).toEqual([]);
    expect(found(payload({ iss: "a" }), { apiKey: "a" })).toEqual([]);
  });

  it("does not show a key that may be a secret", () => {
    const [message] = ["k".repeat(32), "hunter22"].map(
      (apiKey) => findingsOf("other-key", payload(), { apiKey, secret: "hunter22" })[0]?.message,
    );
    expect(message).toBe("is another API key: a server that knows only the given API key answers 401");
  });
});

describe("an issuer that looks like a secret", () => {
  it.each([
    ["k".repeat(32), true],
    ["k".repeat(31), false],
    [`API${"k".repeat(40)}`, false],
    [UUID, false],
    [UUID.toUpperCase(), false],
    [`${UUID}0`, true],
    [`0${UUID}`, true],
    [UUID.replace("0", "x"), true],
    [UUID.replace("cdef", "cdex"), true],
    [UUID.replace("456789", "45678x"), true],
    [UUID.replaceAll("-", ""), true],
    [`${"k".repeat(40)} `, false],
  ])("%j: %s", (iss, isLong) => {
    expect(found(payload({ iss }))).toEqual(isLong ? ["key-like-secret /iss"] : []);
  });
});

describe("a secret in claims", () => {
  const secret = "12345678";
  const places = (claims: object, given = secret) =>
    found(payload({ ...claims }), { secret: given }).filter((line) => !line.startsWith("short-secret"));

  it("is reported beside swapped keys, but not in iss again", () => {
    expect(places({ iss: secret, metadata: `a${secret}` })).toEqual(["swapped-keys /iss", "secret-in-token /metadata"]);
  });

  it("is reported from eight characters on, in texts and in names of members", () => {
    expect(places({ metadata: "a1234567" }, "1234567")).toEqual([]);
    expect(places({ attributes: { a: secret } })).toEqual(["secret-in-token /attributes/a"]);
    expect(places({ attributes: { [secret]: "a" } })).toEqual(["secret-in-token /attributes"]);
    expect(places({ roomConfig: { agents: [{}, { metadata: secret }] } })).toContain(
      "secret-in-token /roomConfig/agents/1/metadata",
    );
    expect(places({ roomConfig: null })).toEqual([]);
  });
});
