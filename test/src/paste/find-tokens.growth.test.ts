import { expect, it } from "vitest";
import { findTokens } from "../../../src/paste/find-tokens.js";
import { growthOf } from "../../support/counted-work.js";
import { forge, payload } from "../../support/tokens.js";

const token = forge(payload({ video: { roomJoin: true, room: "stage" } }));

it.each<[string, (bytes: number) => string]>([
  ["starts of tokens, a line each", (bytes) => "eyJ\n".repeat(bytes / 4)],
  ["starts with dots", (bytes) => "eyJhbGciOiJIUzI1NiJ9.\n".repeat(bytes / 22)],
  ["tokens", (bytes) => `${token}\n`.repeat(bytes / token.length)],
  ["paths", (bytes) => "eyJ/".repeat(bytes / 4)],
  ["quotes", (bytes) => '"'.repeat(bytes)],
  ["spaces", (bytes) => `${" ".repeat(bytes)}x`],
  ["percents", (bytes) => "%25".repeat(bytes / 3)],
  ["entities", (bytes) => "&#".repeat(bytes / 2)],
  ["headers", (bytes) => "eyJhbGciOiJIUzI1NiJ9.eyJ ".repeat(bytes / 25)],
])("takes twice as long for twice as many %s", async (_, make) => {
  expect(await growthOf(findTokens, make, 20_000)).toBeLessThan(2.2);
});
