import { describe, expect, it } from "vitest";
import { declarationsOf, type Struct } from "../../../scripts/protocol/structs.js";

const struct = (name: string, members: Record<string, string>): Struct => ({
  name,
  members: Object.entries(members).map(([member, type]) => ({ name: member, type })),
});
const jsonType = (type: string): string => ({ str: "string" })[type] ?? type;

describe("declarationsOf", () => {
  it("follows structs from the root, and gives what it does not know as it is written", () => {
    const structs = [struct("Root", { a: "str", grants: "Grants", odd: "Map<u8>" }), struct("Grants", { b: "str" })];
    expect(declarationsOf([...structs, struct("Unused", { c: "str" })], "Root", jsonType)).toEqual({
      a: "string",
      grants: "object",
      "grants.b": "string",
      odd: "Map<u8>",
    });
  });

  it("puts the members of a nameless one in its place", () => {
    expect(declarationsOf([struct("Root", { "": "Base" }), struct("Base", { a: "str" })], "Root", jsonType)).toEqual({
      a: "string",
    });
  });

  it("takes no members from what is declared elsewhere, if that is known to have none of them", () => {
    const structs = [struct("Root", { "": "Elsewhere", a: "str" })];
    expect(declarationsOf(structs, "Root", jsonType, ["Elsewhere"])).toEqual({ a: "string" });
    expect(() => declarationsOf(structs, "Root", jsonType)).toThrow(
      "Root embeds Elsewhere, which is not declared like the others",
    );
  });

  it("refuses to choose between two of a name, unless they are alike or not asked for", () => {
    const grants = [struct("Root", { grants: "Grants" }), struct("Grants", { a: "str" })];
    const read = (...more: Struct[]) => declarationsOf([...grants, ...more], "Root", jsonType);
    expect(() => read(struct("Grants", { b: "str" }))).toThrow("has different declarations of Grants");
    expect(read(struct("Grants", { a: "str" }))).toEqual(read());
    expect(read(struct("Other", { a: "str" }), struct("Other", { b: "str" }))).toEqual(read());
  });

  it("ends where a struct has one of its own kind", () => {
    expect(declarationsOf([struct("Root", { again: "Root" })], "Root", jsonType)).toEqual({ again: "Root" });
  });

  it("says what it looked for when the root is gone", () => {
    expect(() => declarationsOf([], "Claims", jsonType)).toThrow(/has no declaration of Claims/);
  });
});
