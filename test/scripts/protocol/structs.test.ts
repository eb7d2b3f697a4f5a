import { describe, expect, it } from "vitest";
import { declarationsOf, type Struct } from "../../../scripts/protocol/structs.js";

const struct = (name: string, members: Record<string, string>): Struct => ({
  name,
  members: Object.entries(members).map(([member, type]) => ({ name: member, type })),
});
const jsonType = (type: string): string => ({ str: "string" })[type] ?? type;

describe("declarationsOf", () => {
  it("follows structs from the root, and returns unknown types as they are written", () => {
    const structs = [struct("Root", { a: "str", grants: "Grants", odd: "Map<u8>" }), struct("Grants", { b: "str" })];
    expect(declarationsOf([...structs, struct("Unused", { c: "str" })], "Root", jsonType)).toEqual({
      a: "string",
      grants: "object",
      "grants.b": "string",
      odd: "Map<u8>",
    });
  });

  it("inlines the members of an embedded struct", () => {
    expect(declarationsOf([struct("Root", { "": "Base" }), struct("Base", { a: "str" })], "Root", jsonType)).toEqual({
      a: "string",
    });
  });

  it("inlines no members of a foreign struct that is known to have none", () => {
    const structs = [struct("Root", { "": "Elsewhere", a: "str" })];
    expect(declarationsOf(structs, "Root", jsonType, ["Elsewhere"])).toEqual({ a: "string" });
    expect(() => declarationsOf(structs, "Root", jsonType)).toThrow(
      "Root embeds Elsewhere, which is not declared like the others",
    );
  });

  it("rejects two structs of the same name, unless they are equal or unused", () => {
    const grants = [struct("Root", { grants: "Grants" }), struct("Grants", { a: "str" })];
    const read = (...more: Struct[]) => declarationsOf([...grants, ...more], "Root", jsonType);
    expect(() => read(struct("Grants", { b: "str" }))).toThrow("has different declarations of Grants");
    expect(read(struct("Grants", { a: "str" }))).toEqual(read());
    expect(read(struct("Other", { a: "str" }), struct("Other", { b: "str" }))).toEqual(read());
  });

  it("ends at a struct that contains itself", () => {
    expect(declarationsOf([struct("Root", { again: "Root" })], "Root", jsonType)).toEqual({ again: "Root" });
  });

  it("names the root when it is missing", () => {
    expect(() => declarationsOf([], "Claims", jsonType)).toThrow(/has no declaration of Claims/);
  });
});
