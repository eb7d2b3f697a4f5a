import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromNow } from "../../../../src/lint/durations.js";
import type { Examination } from "../../../../src/report/examination.js";
import { targetNames } from "../../../../src/targets.js";
import { junk, mutatedClaims } from "../../../support/arbitrary-claims.js";
import { anyCharacter } from "../../../support/arbitrary-text.js";
import { command, json, type World } from "../../../support/run-cli.js";
import { base64url, forge, NOW, payload, SECRET, signRaw } from "../../../support/tokens.js";

const examined = (token: string, argv: readonly string[] = [], world: World = {}): Promise<Examination> =>
  json<Examination>(["inspect", "--json", ...argv], { ...world, stdin: token });

/** Returns the text output by section. */
async function sections(
  token: string,
  argv: readonly string[] = [],
  world: World = {},
): Promise<Record<string, string[]>> {
  const { stdout } = await command(["inspect", ...argv], { ...world, stdin: token });
  const blocks = stdout.trimEnd().split("\n\n");
  return Object.fromEntries(
    blocks.map((block) => {
      const [title = "", ...lines] = block.split("\n");
      return [title.split(",")[0], lines.map((line) => line.trim())];
    }),
  );
}

const NEWEST = targetNames().at(-1)?.split("@")[1];
const joining = payload({ iat: NOW, video: { roomJoin: true, room: "stage" } });

describe("livekit-claims inspect", () => {
  it("prints all sections as text", async () => {
    const { code, stdout, stderr } = await command(["inspect", forge(joining)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`Fine: alice may join stage for 10 minutes more

Findings
  warning short-secret: the secret is shorter than 32 bytes
    Generate a new secret of at least 32 random bytes.

The holder
  may join the room "stage" as "alice"
  may publish tracks in the room
  may receive other participants' tracks in the room
  may send data messages in the room
  may not change one's own name, metadata and attributes while in the room
  may not call CreateRoom, DeleteRoom: video.roomCreate is not true
  may not call ListRooms: video.roomList is not true
  may not call ListParticipants, RemoveParticipant, UpdateParticipant, SendData, CreateDispatch: video.roomAdmin is not true
  may not call StartRoomCompositeEgress: video.roomRecord is not true
  may not call CreateIngress: video.ingressAdmin is not true
  may not call CreateSIPParticipant: sip.call is not true

What servers do
  Joining opens the room "stage" if it is not open. If the server has auto_create off, this requires roomCreate.

Servers by release
  livekit-server@1.0.0 to ${NEWEST} accept it

Times
  iat: issued now (2026-01-01T00:00:00Z)
  nbf: becomes valid now (2026-01-01T00:00:00Z)
  exp: expires in 10 minutes (2026-01-01T00:10:00Z)

Signature
  made with the secret of the key "myapikey"

Header
  {"alg":"HS256","typ":"JWT"}

Claims
  {
    "iss": "myapikey",
    "exp": 1767226200,
    "nbf": 1767225600,
    "sub": "alice",
    "iat": 1767225600,
    "video": {
      "roomJoin": true,
      "room": "stage"
    }
  }
`);
  });

  describe("prints times in words", () => {
    it.each<[string, object, string]>([
      ["an end to come", { exp: NOW + 7200 }, "exp: expires in 2 hours (2026-01-01T02:00:00Z)"],
      ["an end that is over", { exp: NOW - 180 }, "exp: expired 3 minutes ago (2025-12-31T23:57:00Z)"],
      ["an end just over", { exp: NOW - 59 }, "exp: expired 59 seconds ago, within the leeway of 60 seconds"],
      ["the end of the leeway", { exp: NOW - 60 }, "exp: expired 1 minute ago (2025-12-31T23:59:00Z)"],
      ["no end", { exp: undefined }, "exp: is missing, so the token has no end"],
      ["an end that is not a time", { exp: "soon" }, "exp: is not a time"],
      ["a start that is not a time", { nbf: null }, "nbf: is not a time"],
      [
        "an end beyond the calendar",
        { exp: 1e15 },
        "exp: expires in 31709736 years (1000000000000000 seconds after 1970)",
      ],
      ["a start to come", { nbf: NOW + 86_400 }, "nbf: becomes valid in 1 day (2026-01-02T00:00:00Z)"],
      ["a start that is over", { nbf: NOW - 5400 }, "nbf: became valid 1 hour 30 minutes ago (2025-12-31T22:30:00Z)"],
      ["a start just to come", { nbf: NOW + 60 }, "nbf: becomes valid in 1 minute, within the leeway of 60 seconds"],
      ["an issue in the future", { iat: NOW + 86_400 }, "iat: issued in 1 day (2026-01-02T00:00:00Z)"],
    ])("for %s", async (_, claims, line) => {
      const { Times } = await sections(forge(payload(claims as Record<string, unknown>)));
      expect(Times?.find((time) => time.startsWith(line.slice(0, 3)))).toContain(line);
    });
  });

  it("treats a number beyond the range of JSON as no time", async () => {
    const { Times } = await sections(forge(`{"iss":"k","exp":1e999}`));
    expect(Times).toEqual(["exp: is not a time"]);
  });

  describe("prints the distance of a time", () => {
    it.each([
      [0, "now"],
      [0.9, "now"],
      [1, "in 1 second"],
      [59.6, "in 1 minute"],
      [61, "in 1 minute 1 second"],
      [-185, "3 minutes 5 seconds ago"],
      [659, "in 11 minutes"],
      [3599, "in 1 hour"],
      [5400, "in 1 hour 30 minutes"],
      [35_999, "in 10 hours"],
      [86_399, "in 1 day"],
      [-129_600, "1 day 12 hours ago"],
      [31_535_999, "in 1 year"],
      [1e300, "in 3.1709791983764586e+292 years"],
    ])("of %d seconds", (seconds, words) => {
      expect(fromNow(seconds)).toBe(words);
    });
  });

  it("prints permissions in the conditional when the token is refused", async () => {
    const titles = async (token: string, argv: string[] = []): Promise<string | undefined> => {
      const { stdout } = await command(["inspect", token, ...argv]);
      return stdout.split("\n").find((line) => line.startsWith("The holder"));
    };
    const tags = forge(payload({ roomConfig: { tags: { a: "b" } } }));
    expect(await titles(forge(joining))).toBe("The holder");
    expect(await titles(tags)).toBe("The holder");
    for (const refused of [
      forge(payload({ exp: 1 })),
      forge(payload({ nbf: NOW + 600 })),
      forge(joining, { secret: "another" }),
      forge({ ...joining, iss: "another" }),
    ]) {
      expect(await titles(refused)).toBe("The holder, if the token were accepted");
    }
    expect(await titles(tags, ["--target", "livekit-server@1.9.11"])).toBe("The holder, if the token were accepted");
    expect(await titles(forge(payload({ name: 5 })))).toBe("The holder");
  });

  describe("prints the verdict on the signature", () => {
    it.each<[string, string, "right" | "wrong" | "unchecked", World?]>([
      ["that is right", forge(payload()), "right"],
      ["of an expired token", forge(payload({ exp: 1 })), "right"],
      ["of invalid claims", forge(payload({ name: 5 })), "right"],
      ["of another secret", forge(payload(), { secret: "another" }), "wrong"],
      ["of another key, with the same secret", forge(payload({ iss: "another" })), "right"],
      ["of another key and secret", forge(payload({ iss: "another" }), { secret: "another" }), "unchecked"],
      [
        "of a secret without a key",
        forge(payload({ iss: "another" })),
        "right",
        { env: { LIVEKIT_API_SECRET: SECRET } },
      ],
      ["of nobody's key", forge(payload({ iss: undefined }), { secret: "another" }), "unchecked"],
      ["without a key", forge(payload()), "unchecked", { env: {} }],
      ["of a token cut short", forge(payload()).slice(0, -1), "unchecked"],
      ["of another algorithm", forge(payload(), { header: { alg: "HS512" } }), "unchecked"],
    ])("%s", async (_, token, verdict, world) => {
      const { signature } = await examined(token, [], world);
      expect(signature.verdict).toBe(verdict);
    });

    it("and exits 1 for a wrong one", async () => {
      expect((await command(["inspect"], { stdin: forge(payload(), { secret: "another" }) })).code).toBe(1);
    });
  });

  it("exits 1 for findings of severity error, and 0 for others", async () => {
    const stdin = forge(payload({ exp: NOW - 60 }));
    expect((await command(["inspect"], { stdin })).code).toBe(1);
    expect((await command(["inspect"], { stdin: forge(payload({ unheardOf: 1 })) })).code).toBe(0);
  });

  it("does not print secrets of a room configuration in any spelling", async () => {
    const s3 = (name: string) => ({ filepath: "f", s3: { bucket: "b", accessKey: "AKIA", [name]: "hunter2" } });
    const roomConfig = {
      egress: {
        room: {
          fileOutputs: ["secret", "session_token", "Secret", "SECRET"].map(s3),
          file_outputs: [s3("secret")],
          segment_outputs: [s3("assume_role_external_id")],
          images: [{ s3: { bucket: "b", endpoint: "https://user:hunter2@minio" } }],
          streamOutputs: [{ urls: ["rtmp://example.com/hunter2", "rtmp://example.com/hunter2"] }],
        },
      },
    };
    const token = forge(payload({ roomConfig, room_config: roomConfig }));
    const [text, data] = [await command(["inspect", token]), await command(["inspect", "--json", token])];
    for (const { stdout } of [text, data]) {
      expect(stdout).not.toContain("hunter2");
      expect(stdout).toContain("AKIA");
      expect(stdout).toContain("(a secret, not printed)");
    }
  });

  describe("reports", () => {
    const token = forge(joining);
    const [header = "", body = "", signature = ""] = token.split(".");
    it.each<[string, string, string]>([
      ["nothing", "", "the token is empty"],
      ["a word", "word", "three parts"],
      ["two parts", `${header}.${body}`, "three parts"],
      ["a token in a header of HTTP", `Bearer ${token}`, 'starts with "Bearer "'],
      ["a token with padding", `${header}.${body}==.${signature}`, "payload is not canonical base64url"],
      ["a token cut short", token.slice(0, -1), "signature is not 32 bytes"],
      ["a token in quotes", `"${token}"`, "the token is in double quotes"],
      ["a payload that is no JSON", signRaw(`${header}.${base64url("{")}`), "payload is not JSON"],
      [
        "an unsigned token",
        `${base64url('{"alg":"none"}')}.${body}.`,
        "the token is not signed: its algorithm is none",
      ],
    ])("%s", async (_, text, words) => {
      const { Findings } = await sections(text);
      expect(Findings?.join("\n")).toContain(words);
      expect((await command(["inspect"], { stdin: text })).code).toBe(1);
    });

    it("the claims of a malformed token", async () => {
      for (const text of [`Bearer ${token}`, `${header}.${body}==.${signature}`, `${header}.${body}`]) {
        expect(await examined(text)).toMatchObject({ header: { alg: "HS256" }, claims: { sub: "alice" } });
      }
      expect((await examined(`Bearer ${token}`)).permissions).toContainEqual({
        may: true,
        what: 'join the room "stage" as "alice"',
      });
      expect((await examined(`${header}.${body}`)).permissions).toBeNull();
    });

    it("any text, without an exception", async () => {
      const texts = fc.oneof(
        fc.string({ unit: anyCharacter }),
        fc.tuple(fc.base64String(), fc.base64String(), fc.base64String()).map((parts) => parts.join(".")),
        fc.tuple(junk, junk).map(([head, claims]) => forge(claims ?? null, { header: head ?? null })),
        mutatedClaims.map((claims) => forge(JSON.stringify(claims) ?? "null")),
        mutatedClaims.map((roomConfig) => forge(payload({ roomConfig }))),
      );
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          const { code, stdout, stderr } = await command(["inspect", "-"], { stdin: text });
          expect(stderr).toBe("");
          expect(code === 0 || / error |The signature|not made/.test(stdout)).toBe(true);
        }),
        { numRuns: 200 },
      );
    });

    it.each([
      ["a claim", `{"exp":${NOW + 600},"iss":"k","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
      ["a room configuration", `{"roomConfig":${'{"egress":'.repeat(50_000)}1${"}".repeat(50_000)}}`],
    ])("%s that is deeply nested", async (_, claims) => {
      const { stdout } = await command(["inspect"], { stdin: forge(claims) });
      expect(stdout).toContain("(nested too deep to print)");
    });
  });
});
