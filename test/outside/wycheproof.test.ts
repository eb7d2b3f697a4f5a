import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import * as jws from "#jws";
import { describeData, readData } from "./data.js";
import { verifyJws } from "./layers.js";

/** Whether `#jws` is the one of node:crypto. */
const IS_NODE = typeof jws.key("k") !== "function";

interface MacGroup {
  readonly tagSize: number;
  readonly tests: readonly {
    readonly tcId: number;
    readonly comment: string;
    readonly key: string;
    readonly msg: string;
    readonly tag: string;
    readonly result: "valid" | "invalid";
  }[];
}

interface JwsGroup {
  readonly comment: string;
  readonly private?: { readonly kty: string; readonly k?: string; readonly alg?: string };
  readonly public?: { readonly kty: string };
  readonly tests: readonly {
    readonly tcId: number;
    readonly comment: string;
    readonly jws: string;
    readonly result: "valid" | "invalid";
  }[];
}

/**
 * Tests of Wycheproof with another verdict than ours. 367 and 370 are byte for byte the valid 357. 372 and 373 have
 * "?" inside base64url, which RFC 7515 does not allow.
 */
const EXCEPTIONS: Readonly<Record<number, "ok" | "MALFORMED_TOKEN">> = {
  367: "ok",
  370: "ok",
  372: "MALFORMED_TOKEN",
  373: "MALFORMED_TOKEN",
};

const read = <Group>(file: string): readonly Group[] =>
  JSON.parse(readData(`wycheproof/${file}`).toString()).testGroups;

describeData("wycheproof", "Wycheproof's HMAC-SHA-256", () => {
  // Tags of 128 bits are truncated; a compact JWS has all 256 bits.
  const groups = read<MacGroup>("hmac_sha256_test.json").filter(({ tagSize }) => tagSize === 256);
  const tests = groups.flatMap((group) => group.tests);

  // On WebCrypto, jose computes the HMAC, and it takes whole tokens instead of messages.
  it.runIf(IS_NODE).each(tests.map((test) => [test.tcId, test.comment, test] as const))(
    "%d: %s",
    async (_, __, test) => {
      const signature = Buffer.from(test.tag, "hex").toString("base64url");
      // A signing input is text, but node:crypto accepts bytes as well.
      const input = Buffer.from(test.msg, "hex") as unknown as string;
      expect(await jws.verify(jws.key(Buffer.from(test.key, "hex")), input, signature)).toBe(test.result === "valid");
    },
  );
});

describeData("wycheproof", "Wycheproof's JSON Web Signatures", () => {
  const tests = read<JwsGroup>("json_web_signature_test.json").flatMap((group) =>
    group.tests.map((test) => ({ ...test, group })),
  );

  it.each(tests.map((test) => [test.tcId, test.comment, test] as const))("%d: %s", async (_, __, test) => {
    const { kty, k, alg } = test.group.private ?? { kty: test.group.public?.kty };
    // Keys of other kinds are replaced by a wrong key, with which nothing verifies.
    const key = jws.key(
      kty === "oct" ? Buffer.from(k ?? "", "base64url") : Buffer.from(JSON.stringify(test.group.public)),
    );
    const verdict = await verifyJws(test.jws, key);
    const exception = EXCEPTIONS[test.tcId];
    if (exception !== undefined) expect(verdict).toBe(exception);
    else if (kty === "oct" && (alg === undefined || alg === "HS256"))
      expect(verdict === "ok").toBe(test.result === "valid");
    else expect(["UNSUPPORTED_ALGORITHM", "MALFORMED_TOKEN", "INVALID_SIGNATURE"]).toContain(verdict);
  });

  it("has every exception among its tests", () => {
    expect(tests.map(({ tcId }) => tcId)).toEqual(expect.arrayContaining(Object.keys(EXCEPTIONS).map(Number)));
  });
});
