import { expect, it } from "vitest";
import { codeSamples } from "../../../src/inspector/code-samples.js";

// That the programs run, and mint the same, is tested in test/inspector.
it("times that are named stay, and others count from now", () => {
  const { Python, Go } = codeSamples({
    claims: { exp: 5 },
    payload: { exp: 5, nbf: 4, iss: "k" },
    ttl: "",
    seconds: 60,
    compact: false,
    allowSensitive: false,
  });
  expect(Python).toContain('claims["exp"] = 5\nclaims["nbf"] = now\n');
  expect(Go).toContain('claims["exp"] = 5\n\tclaims["nbf"] = now\n');
});

it("no key or secret is in the code", () => {
  const samples = codeSamples({
    claims: {},
    payload: { iss: "hunter2" },
    ttl: "1h",
    seconds: 3600,
    compact: true,
    allowSensitive: true,
  });
  expect(JSON.stringify(samples)).not.toContain("hunter2");
});
