import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../../src/lint/diagnose.js";
import { read } from "../../../src/lint/reading.js";
import { payload } from "../../support/lint.js";
import { command } from "../../support/run-cli.js";
import { clock, forge, KEY, SECRET, signRaw } from "../../support/tokens.js";

const GIVEN = "kT5x+Q9/aZ0=";

const diagnoseToken = (token: string, secret: string = GIVEN) =>
  diagnose(read(token), { clock, apiKey: "myapikey", secret });

/** Returns the findings for a token that is signed with one secret and checked with another. */
async function foundWith(signed: string | Uint8Array, given: string) {
  const token = signRaw(forge(payload()).split(".").slice(0, 2).join("."), signed as string);
  const { findings } = await diagnoseToken(token, given);
  return findings.find(({ code }) => code === "wrong-signature");
}

describe("a signature with another form of the secret", () => {
  const base64 = (text: string): string => Buffer.from(text).toString("base64");

  it.each<[string, string | Uint8Array, string]>([
    ["a line feed at its end", `${GIVEN}\n`, GIVEN],
    ["a carriage return and a line feed", `${GIVEN}\r\n`, GIVEN],
    ["a carriage return at its end", `${GIVEN}\r`, GIVEN],
    ["a space at its end", `${GIVEN} `, GIVEN],
    ["a space before it", ` ${GIVEN}`, GIVEN],
    ['in quotes (")', `"${GIVEN}"`, GIVEN],
    ["in quotes (')", `'${GIVEN}'`, GIVEN],
    ["without the white space", GIVEN, ` ${GIVEN}\r\n`],
    ["without the quotes", GIVEN, `"${GIVEN}"`],
    ["without the quotes", GIVEN, `'${GIVEN}'\n`],
    ["without the byte order mark", GIVEN, `\ufeff${GIVEN}`],
    ["a byte order mark before it", `\ufeff${GIVEN}`, GIVEN],
    ["what follows the name", GIVEN, `LIVEKIT_API_SECRET=${GIVEN}`],
    ["what follows the name", GIVEN, `devkey: ${GIVEN}`],
    ["twice in a row", GIVEN + GIVEN, GIVEN],
    ["decoded from base64", Buffer.from(GIVEN, "base64"), GIVEN],
    ["decoded from base64", GIVEN, base64(GIVEN)],
    ["decoded from base64 and trimmed", GIVEN, base64(`${GIVEN}\n`)],
    ["encoded in base64", base64(GIVEN), GIVEN],
    ["a line feed, encoded in base64", base64(`${GIVEN}\n`), GIVEN],
    ["decoded from hexadecimal", Buffer.from("00ff10", "hex"), "00ff10"],
    ["encoded in hexadecimal", Buffer.from(GIVEN).toString("hex"), GIVEN],
    ["URL encoding decoded", GIVEN, encodeURIComponent(GIVEN)],
    ["encoded for URLs", encodeURIComponent(GIVEN), GIVEN],
    ["plus signs read as spaces", GIVEN.replace("+", " "), GIVEN],
    ["in lower case", GIVEN.toLowerCase(), GIVEN],
    ["up to its #", "ab", "ab#cd"],
    ["up to its $", "ab", "ab$cd"],
    ["without the = at its end", GIVEN.slice(0, -1), GIVEN],
    ["the API key", "myapikey", GIVEN],
    ["an empty text instead of a secret", "", GIVEN],
    ['the text "undefined"', "undefined", GIVEN],
    ["livekit-server --dev", "secret", GIVEN],
  ])("is recognized as one with the secret %s", async (words, signed, given) => {
    const finding = await foundWith(signed, given);
    expect(finding?.message).toContain(words);
    expect(finding?.fix).not.toMatch(/^Mint with the secret of the server that the token is for, or/);
  });

  it("is not recognized with another secret", async () => {
    expect(await foundWith("another", GIVEN)).toMatchObject({
      severity: "error",
      pointer: "",
      message: 'the signature is not made with the secret of the key "myapikey"; a server with that secret answers 401',
    });
  });

  it("is tried with each secret, unless one of them is right", async () => {
    const token = forge(payload(), { secret: `${GIVEN}\n` });
    const secrets = (...secret: string[]) => diagnose(read(token), { clock, apiKey: "myapikey", secret });
    expect((await secrets("another", GIVEN)).signature.message).toContain("line feed");
    expect((await secrets(GIVEN, `${GIVEN}\n`)).signature.verdict).toBe("right");
  });

  it("never shows the secret", async () => {
    const secrets = fc.string({ unit: "grapheme", minLength: 8 }).filter((secret) => /\S{8}/.test(secret));
    const mangle = fc.constantFrom<(secret: string) => string>(
      (secret) => `${secret}\n`,
      (secret) => `"${secret}"`,
      (secret) => secret.trim(),
      () => "another",
    );
    await fc.assert(
      fc.asyncProperty(secrets, mangle, async (secret, change) => {
        const stdin = forge(payload({ metadata: `holds ${secret}`, iss: secret, [secret]: secret }), {
          secret: change(secret) || "x",
          header: { alg: "HS256", kid: secret },
        });
        for (const argv of [["inspect"], ["inspect", "--json"], ["lint"], ["lint", "--json"]]) {
          const env = { LIVEKIT_API_KEY: "devkey", LIVEKIT_API_SECRET: secret };
          const { code, stdout, stderr } = await command(argv, { stdin, env });
          expect(code).toBe(1);
          expect(stdout + stderr).not.toContain(secret);
          expect(stdout + stderr).not.toContain(secret.trim());
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the verdict about a signature", () => {
  const [token, other] = [forge(payload()), { apiKey: "other" }];
  const OTHER = "not checked: the token does not name the given API key, and the secret belongs to that key";
  it.each<[string, unknown, object, string, string]>([
    [
      "without a secret",
      token,
      {},
      "unchecked",
      "not checked: there is no secret: set LIVEKIT_API_SECRET, or give --api-secret",
    ],
    ["with the secret", token, { secret: SECRET }, "right", "made with the given secret"],
    [
      "with the secret of the key",
      token,
      { apiKey: KEY, secret: SECRET },
      "right",
      `made with the secret of the key "${KEY}"`,
    ],
    ["with another secret", token, { secret: "another" }, "wrong", "not made with the given secret"],
    [
      "with the secret of another key",
      token,
      { ...other, secret: SECRET },
      "right",
      "made with the given secret, though the token names another key",
    ],
    ["with another secret of another key", token, { ...other, secret: "x" }, "unchecked", OTHER],
    ["of claims", payload(), { secret: SECRET }, "unchecked", "not checked: these are claims without a signature"],
    ["of no token", "x", { secret: SECRET }, "unchecked", "not checked: the text does not have the form of a token"],
    [
      "of a token with a bad form",
      `${token}=`,
      { secret: SECRET },
      "unchecked",
      "not checked: the text does not have the form of a token",
    ],
    [
      "with a crit member",
      forge(payload(), { header: { alg: "HS256", crit: ["exp"] } }),
      { secret: SECRET },
      "right",
      "made with the given secret",
    ],
  ])("%s", async (_, tokenOrClaims, options, verdict, message) => {
    expect((await diagnose(read(tokenOrClaims), { clock, ...options })).signature).toEqual({ verdict, message });
  });
});

describe("an issuer other than the given key", () => {
  const lines = async (claims: object, env: Record<string, string>) => {
    const { code, stdout } = await command(["lint"], { stdin: forge(payload({ ...claims })), env });
    return { code, stdout };
  };

  it("is an error with the server's answer", async () => {
    const { code, stdout } = await lines({}, { LIVEKIT_API_KEY: "devkey" });
    expect(code).toBe(1);
    expect(stdout).toContain(
      'error other-key: /iss is another API key: a server that knows only the key "devkey" answers 401\n',
    );
  });

  it("has a fix when the two differ only in white space or quotes around them", async () => {
    expect((await lines({ iss: "devkey\n" }, { LIVEKIT_API_KEY: "devkey" })).stdout).toContain("Trim the API key");
    expect((await lines({ iss: '"devkey"' }, { LIVEKIT_API_KEY: "devkey" })).stdout).toContain("quotes");
    expect((await lines({ iss: "DevKey" }, { LIVEKIT_API_KEY: "devkey" })).stdout).toContain('"devkey"');
  });

  it("is not shown when it, or the key, may be a secret", async () => {
    const secret = "s".repeat(40);
    const swapped = await lines({ iss: secret }, { LIVEKIT_API_KEY: "devkey", LIVEKIT_API_SECRET: secret });
    expect(swapped.code).toBe(1);
    expect(swapped.stdout).toContain("error swapped-keys: /iss is the API secret");
    expect(swapped.stdout).not.toContain("other-key");
    const here = await lines({ iss: "devkey" }, { LIVEKIT_API_KEY: secret, LIVEKIT_API_SECRET: "devkey" });
    expect(here.stdout).toContain("swapped-keys");
    expect(here.stdout + (await lines({}, { LIVEKIT_API_KEY: secret })).stdout).not.toContain(secret);
  });
});
