import fc from "fast-check";
import { membersOfJson } from "./members-of-json.js";

type Schema = Record<string, unknown>;

/** Few names, values and numbers, so that two schemas often have them in common. */
const name = fc.constantFrom("a", "b", "ab");
const values = fc.uniqueArray(fc.constantFrom<unknown>("", "x", "y", 0, 1, 2.5, true, null), {
  minLength: 1,
  maxLength: 4,
});
const few = fc.integer({ min: 0, max: 2 });
const types = fc.uniqueArray(fc.constantFrom("string", "integer", "number", "boolean", "null"), {
  minLength: 1,
  maxLength: 3,
});

const annotations = fc.record(
  {
    description: fc.constantFrom("One.", "Another."),
    default: fc.constantFrom(0, 1),
    "x-secret": fc.constantFrom("refuse", "warn"),
    "x-proto-name": name,
    "x-oneof": fc.constantFrom("_a", "o", "p"),
    deprecated: fc.boolean(),
  },
  { requiredKeys: [] },
);

const scalar = fc
  .record({
    type: fc.oneof(
      types,
      types.map(([first]) => first),
    ),
    more: fc.oneof(
      fc.constant({}),
      fc.record({ minimum: few, maximum: few, minLength: few }, { requiredKeys: [] }),
      fc.record({ enum: values, const: fc.constantFrom("x", 1) }, { requiredKeys: [] }),
    ),
  })
  .map(({ type, more }): Schema => ({ type, ...more }));

/**
 * Writes a rule between members as the import does: `{ if: { required: [one] … }, then: { properties: { other: false
 * } } }`.
 */
const exclusion = fc.tuple(name, name).map(([one, other]) => ({
  if: { required: [one], properties: { [one]: true } },
  then: { properties: { [other]: false } },
}));

const rules = fc.oneof(
  fc.array(exclusion, { minLength: 1, maxLength: 2 }).map((allOf): Schema => ({ allOf })),
  name.map((required): Schema => ({ if: { required: [required] }, then: { minProperties: 2 } })),
  name.map((required): Schema => ({ not: { required: [required] } })),
  few.map((maxProperties): Schema => ({ maxProperties })),
);

/** Returns an object schema that a constant distinguishes from others. */
const kindOf = (kind: string, b: Schema): Schema => ({
  type: "object",
  additionalProperties: false,
  required: ["a"],
  properties: { a: { const: kind }, b },
});

const schema = fc.letrec<{ any: Schema; object: Schema }>((tie) => ({
  object: fc
    .record({
      properties: fc.dictionary(name, tie("any"), { maxKeys: 3 }),
      // Closed, or a map: in an open object, a new member narrows the values that its name could have before.
      additionalProperties: fc.oneof(fc.constant(false), scalar),
      required: fc.uniqueArray(name, { maxLength: 1 }),
      rules: fc.option(rules, { nil: {} }),
    })
    .map(({ rules: more, ...rest }) => ({ type: "object", ...rest, ...more })),
  any: fc
    .oneof(
      { depthSize: "small", withCrossShrink: true },
      scalar,
      fc.constantFrom({ $ref: "#/$defs/One" }, { $ref: "#/$defs/Two" }),
      fc.tuple(tie("any"), fc.boolean()).map(([items, uniqueItems]) => ({ type: "array", items, uniqueItems })),
      fc.array(tie("any"), { minLength: 2, maxLength: 3 }).map((anyOf) => ({ anyOf })),
      fc.tuple(tie("any"), tie("any")).map(([one, other]) => ({ oneOf: [kindOf("x", one), kindOf("y", other)] })),
      tie("any").map((given) => ({ anyOf: [given, { type: "null" }] })),
      tie("object"),
    )
    .chain((given) => fc.option(annotations, { nil: {} }).map((more) => ({ ...given, ...more }))),
}));

/** Self-contained schemas of closed objects and maps, with definitions that may be recursive. */
export const arbitrarySchema: fc.Arbitrary<Schema> = fc
  .record({ root: schema.object, One: schema.object, Two: scalar })
  .map(({ root, ...$defs }) => ({ title: "Root", ...root, $defs }));

/** JSON values with the names and values of {@link arbitrarySchema}. */
export const arbitraryValue: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown; object: unknown }>((tie) => ({
  object: fc.dictionary(name, tie("any"), { maxKeys: 3 }),
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("", "x", "y", 0, 1, 2, 2.5, true, false, null),
    fc.array(tie("any"), { maxLength: 2 }),
    tie("object"),
  ),
})).object;

/** Pairs of a schema and a copy in which a few keywords or members are deleted or taken from another schema. */
export const arbitraryStep: fc.Arbitrary<readonly [before: Schema, after: Schema]> = fc
  .tuple(arbitrarySchema, arbitrarySchema, fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 3 }))
  .map(([before, other, edits]) => {
    const after = structuredClone(before);
    for (const [number, takeOver] of edits) edit(after, other, number, takeOver);
    return [before, after];
  });

function edit(schema: Schema, other: Schema, number: number, takeOver: boolean): void {
  const members = membersOfJson(schema).filter(({ name }) => !["title", "$defs", "$ref", "One", "Two"].includes(name));
  const member = members[number % members.length];
  if (!member) return;
  const donor = membersOfJson(other).find(({ name }) => name === member.name);
  if (!takeOver) delete member.parent[member.name];
  else if (donor) member.parent[member.name] = structuredClone(donor.parent[donor.name]);
}
