import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wantsColor } from "../../../src/cli/terminal/page.js";
import { escapeControls, printableJson } from "../../../src/json/escape-controls.js";
import { anyCharacter } from "../../support/arbitrary-text.js";
import { command } from "../../support/run-cli.js";
import { base64url, forge, payload } from "../../support/tokens.js";

/**
 * Colours, the title of the window, the start of an order in one character, text that runs backwards, and characters
 * without width: of zero-width, a soft hyphen, a byte order mark, a filler, a variation selector and a tag.
 */
const ORDERS =
  "\u001b[31m\u001b]0;title\u0007\u009b31m\u007f\u202etxet\u2028\r\u200ba\u200cb\u200dc\u2060\u00ad\ufeff\u3164\ufe0f\u{e0041}\u{e0101}\ufff9";

/** Matches characters that a terminal would not print literally, except for line feeds. */
const RAW =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for these.
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u;

const hostile = payload({
  sub: ORDERS,
  name: ORDERS,
  metadata: ORDERS,
  attributes: { [ORDERS]: ORDERS },
  [ORDERS]: 1,
  kind: ORDERS,
  iss: ORDERS,
  video: { roomJoin: true, room: ORDERS, canPublishSources: [ORDERS], [ORDERS]: 1 },
  roomConfig: { [ORDERS]: 1, agents: [{ agentName: ORDERS }] },
});
const token = forge(hostile, { header: { alg: "HS256", kid: ORDERS } });

describe("the content of a token", () => {
  it.each([
    ["inspect", [], token],
    ["inspect", ["--json"], token],
    ["inspect", [], forge(hostile, { header: { alg: ORDERS } })],
    ["inspect", [], `${ORDERS}.${ORDERS}.${ORDERS}`],
    ["lint", [], token],
    ["lint", ["--json"], token],
    ["lint", [], JSON.stringify(hostile)],
    ["verify", ["--api-key", ORDERS], token],
    ["verify", ["--json"], forge(payload({ video: { room: 1 }, attributes: { [ORDERS]: 1 } }))],
    ["verify", [], forge(payload({ attributes: { [ORDERS]: 1 } }))],
    ["mint", ["--claims", "-"], JSON.stringify({ [ORDERS]: 1, attributes: { [ORDERS]: 1 } })],
    ["mint", ["--claims", "-", "--json"], JSON.stringify({ name: ORDERS })],
    ["schema", [ORDERS], ""],
    ["mint", [`--${ORDERS}`], ""],
    ["mint", ["--target", ORDERS], ""],
    [ORDERS, [], ""],
  ])("cannot control the terminal of %s %j", async (name, argv, stdin) => {
    const { stdout, stderr } = await command([name, ...argv], { stdin });
    expect(stdout + stderr).not.toBe("");
    expect(stdout + stderr).not.toMatch(RAW);
  });

  it("is printed literally in other scripts", async () => {
    const { stdout } = await command(["inspect"], { stdin: forge(payload({ name: "Zoë 李 👩‍🚀" })) });
    expect(stdout).toContain('"name": "Zoë 李 👩‍🚀"');
  });

  it("is printed with joiners in emoji, and escapes other joiners", () => {
    for (const emoji of ["👩‍🚀", "👩🏽‍🚀", "❤️", "🏴‍☠️", "👨‍👩‍👧"]) expect(escapeControls(emoji)).toBe(emoji);
    expect(escapeControls("a\u200db \ufe0f")).toBe("a\\u200db \\ufe0f");
    expect(escapeControls("🚀\u200d")).toBe("🚀\\u200d");
  });

  it("is distinguished from text that looks the same", async () => {
    const { stdout } = await command(["inspect"], { stdin: forge(payload({ sub: "ali\u200bce", name: "\u{e0041}" })) });
    expect(stdout).toContain(String.raw`"sub": "ali\u200bce"`);
    expect(stdout).toContain(String.raw`"name": "\udb40\udc41"`);
  });

  it("is preserved in JSON", () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: anyCharacter }), (text, string) => {
        const value = [JSON.parse(text), string, ORDERS];
        expect(JSON.parse(printableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(printableJson(value)).not.toMatch(RAW);
        expect(escapeControls(string)).not.toMatch(/\n/);
      }),
    );
  });
});

describe("colors", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for these.
  const COLOR = /\u001b\[\d+m/g;

  it("are printed only where they are enabled", async () => {
    for (const argv of [["inspect"], ["lint"], ["verify"]]) {
      const world = { stdin: forge(payload({ exp: 1 })) };
      const [plain, colored] = [await command(argv, world), await command(argv, { ...world, color: true })];
      expect(plain.stdout + plain.stderr).not.toMatch(COLOR);
      expect(colored.stdout + colored.stderr).toMatch(COLOR);
      expect(colored.stdout.replace(COLOR, "")).toBe(plain.stdout);
    }
  });

  it("are not printed in JSON", async () => {
    const stdin = `${base64url("{}")}.a.b`;
    const { stdout } = await command(["inspect", "--json"], { stdin, color: true });
    expect(stdout).not.toMatch(COLOR);
  });

  it.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: "1" }, true, false],
    [{ NO_COLOR: "" }, true, true],
    [{ TERM: "dumb" }, true, false],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "0" }, true, false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, true, false],
  ])("for %j and a terminal %j are enabled: %j", (env, isTerminal, wanted) => {
    expect(wantsColor(env, isTerminal)).toBe(wanted);
  });
});
