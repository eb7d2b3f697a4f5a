import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../../scripts/model/json-schema.js";
import { DIALECTS, read, schemasIn, shapes } from "../../../support/bundle-files.js";

describe("shapes", () => {
  it.each(shapes)("%s has only keywords that a type can express", (_, _entry, bundle) => {
    const known =
      /^(\$schema|\$id|\$comment|\$ref|\$defs|definitions|title|description|deprecated|examples|type|properties|required|items|additionalProperties|minimum|maximum|format|x-.*)$/;
    // In draft-07, descriptions beside a reference are written with an allOf around the reference.
    const parts = schemasIn(bundle).map(({ allOf, ...schema }) => ({
      ...(allOf as JsonSchema[] | undefined)?.[0],
      ...schema,
    }));
    expect(parts.flatMap((part) => Object.keys(part)).filter((keyword) => !known.test(keyword))).toEqual([]);
    for (const { type, $ref } of parts) expect(typeof ($ref ?? type)).toBe("string");
  });

  it.each(shapes)("%s has titles on objects only", (_, { dialect }, bundle) => {
    const defs = (bundle[DIALECTS[dialect].defs] ?? {}) as Record<string, JsonSchema>;
    for (const [name, def] of Object.entries(defs)) expect(def).toMatchObject({ title: name, type: "object" });
    const titled = schemasIn(bundle).filter(({ title }) => title !== undefined);
    expect(titled).toHaveLength(Object.keys(defs).length + 1);
    const objects = schemasIn(bundle).filter(({ type }) => type === "object");
    expect(objects).toHaveLength(titled.length);
  });

  const schemas = shapes.flatMap(([file, , bundle]) => schemasIn(bundle).map((schema) => ({ file, schema })));

  it("bound every integer to the safe integers", () => {
    const integers = schemas.filter(({ schema }) => schema.type === "integer");
    expect(integers).not.toEqual([]);
    const isBounded = ({ minimum, maximum }: JsonSchema) =>
      Number.isSafeInteger(minimum) && Number.isSafeInteger(maximum);
    expect(integers.filter(({ schema }) => !isBounded(schema))).toEqual([]);
  });

  it.each(shapes)("%s requires only members that every token has", (_, { root }, bundle) => {
    const required = schemasIn(bundle).flatMap((schema) => schema.required ?? []);
    expect(required).toEqual(root === "Claims" ? ["exp", "iss"] : []);
  });

  it("list known values in the description", () => {
    const listing = schemas.filter(({ schema }) => Array.isArray(schema.examples) && schema.description !== undefined);
    expect(listing).not.toEqual([]);
    for (const { file, schema } of listing) {
      expect(schema.description, file).toContain((schema.examples as unknown[]).join(", "));
    }
  });

  it("of claims have every member, and describe absence where the rules have a default", () => {
    const membersOf = (file: string): Map<string, JsonSchema> => {
      const bundle: JsonSchema = JSON.parse(read(file));
      const objects = [bundle, ...Object.values(bundle.$defs as Record<string, JsonSchema>)];
      return new Map(
        objects.flatMap(({ title, properties = {} }) =>
          Object.entries(properties).map(([name, member]) => [`${title}.${name}`, member as JsonSchema]),
        ),
      );
    };
    const shaped = membersOf("claims.shapes.2020-12.json");
    const ruled = membersOf("claims.rules-mint.2020-12.json");
    expect([...shaped.keys()].sort()).toEqual([...ruled.keys()].sort());
    const defaulted = [...ruled].filter(([, member]) => "default" in member).map(([name]) => name);
    expect(defaulted).toContain("VideoGrants.canPublish");
    for (const name of defaulted) expect(shaped.get(name)?.description, name).toMatch(/absent/);
  });
});
