import { describe, expect, it } from "vitest";
import { findingsOf, found, payload } from "../../../support/lint.js";

const without = (name: string, more: object = {}) =>
  Object.fromEntries(Object.entries({ ...payload(), ...more }).filter(([other]) => other !== name));

describe("a claim that is missing", () => {
  it("is reported beside a jti too, which takes only the place of an identity", () => {
    expect(found(without("exp", { jti: "alice" }))).toContain("missing-exp /exp");
    expect(found(without("iss", { jti: "alice" }))).toContain("missing-iss /iss");
    const joining = { video: { roomJoin: true, room: "r" } };
    expect(found(without("sub", joining))).toContain("join-without-identity /sub");
    expect(found(without("sub", { ...joining, jti: "alice" }))).not.toContain("join-without-identity /sub");
    expect(found(payload({ jti: "a", video: { roomJoin: true } }))).toContain("join-without-room /video/room");
  });

  it("is reported with what servers do without it", () => {
    expect(findingsOf("missing-exp", without("exp"))[0]?.message).toBe(
      "is missing: servers 1.13.5 and older accept the token forever; 1.13.6 and newer refuse it, as this library does",
    );
    expect(findingsOf("missing-iss", payload({ iss: "" }))[0]?.message).toBe("must not be empty");
  });
});

describe("a claim that is null", () => {
  it("is reported with who refuses it", () => {
    expect(findingsOf("null-claim", payload({ name: null }))[0]?.message).toBe(
      "is null: servers read it as absent, and this library and the Rust SDK refuse the token",
    );
    expect(findingsOf("null-claim", payload({ iss: null }))[0]?.message).toBe(
      "is null: servers cannot find the key, and this library and the Rust SDK refuse the token",
    );
  });
});

describe("a source of tracks", () => {
  it.each([
    ["CAMERA", "source-case"],
    ["Screen_Share", "source-case"],
    ["hologram", "unknown-source"],
    ["CAMERAS", "unknown-source"],
  ])("%s is reported as %s", (source, code) => {
    const findings = found(payload({ video: { canPublishSources: ["microphone", source] } }));
    expect(findings).toContain(`${code} /video/canPublishSources/1`);
  });
});
