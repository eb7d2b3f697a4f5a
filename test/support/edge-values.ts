import { type Def, getDef, type Member, type MemberValue, type Model } from "../../scripts/model/model.js";

const strings = ["", "a", "a\u0000é😀", "\ud800"];
const integers = [0, -0, 1, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 32 - 1, 2 ** 32];
const numbers = [...integers, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 0.5, 1e-7, 1e21, 1.7976931348623157e308];
const unfit = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const inherited = ["constructor", "toString", "__proto__"];
const others = [null, true, false, 0, 1, "", "true", "1", [], [null], {}, { length: 0 }];

/** Names that an object may have by mistake, inherited ones among them. */
const UNKNOWN = [...inherited, "hasOwnProperty", "", "a/b~c", "empty_timeout"];
const withMember = (name: string, value: unknown): object => Object.fromEntries([[name, value]]);

/** Returns, for each object below the root, a function that puts a value in its place in an otherwise minimal root. */
export function placesIn(model: Model, root: string): Map<string, (value: unknown) => unknown> {
  const places = new Map<string, (value: unknown) => unknown>([[root, (value) => value]]);
  for (const [name, around] of places) {
    for (const member of getDef(model, name).members) {
      if (member.value.kind !== "object" || places.has(member.value.name)) continue;
      const shape = { single: (v: unknown) => v, list: (v: unknown) => [v], map: (v: unknown) => ({ key: v }) };
      places.set(member.value.name, (value) => around({ ...minimal(name), [member.name]: shape[member.shape](value) }));
    }
  }
  return places;
}

/** Returns the smallest valid object of a definition. */
export function minimal(name: string): object {
  const needs: Readonly<Record<string, object>> = {
    Claims: { exp: 1, iss: "a" },
    SIPGrants: { admin: false, call: true },
  };
  return needs[name] ?? {};
}

/** Returns valid and invalid values of a member: the bounds of its type, and values of every other type. */
export function edgeValues(member: Member): unknown[] {
  const values = [...valuesOf(member.value), ...others];
  if (member.shape === "list") return [...others, ...values.map((value) => [value]), values, [values[0], null]];
  if (member.shape === "map") {
    const keys = UNKNOWN.flatMap((key) => [withMember(key, values[0]), withMember(key, null)]);
    return [...others, ...values.map((value) => ({ key: value })), ...keys];
  }
  return values;
}

function valuesOf(value: MemberValue): unknown[] {
  switch (value.kind) {
    case "boolean":
      return [true, false];
    case "string":
      return strings;
    case "integer":
    case "number":
      return [...numbers, ...unfit];
    case "enum":
      return [
        ...value.names,
        ...value.names.map((name) => name.toLowerCase()),
        value.names[0]?.toUpperCase(),
        ...inherited,
      ];
    case "object":
      return [minimal(value.name), ...UNKNOWN.map((name) => ({ ...minimal(value.name), ...withMember(name, true) }))];
  }
}

/** Returns objects with one member each, objects with two members of a oneof, and values of other types. */
export function objectsOf({ name, members }: Def): unknown[] {
  const valid = (member: Member): unknown => {
    const [value] = valuesOf(member.value);
    return { single: value, list: [value], map: { key: value } }[member.shape];
  };
  const oneof = members.filter((member) => member.schema["x-oneof"] !== undefined);
  return [
    ...others,
    ...UNKNOWN.map((unknown) => ({ ...minimal(name), ...withMember(unknown, true) })),
    ...Object.entries(minimal(name)).map(([left, value]) => withMember(left, value)),
    ...members.flatMap((member) => edgeValues(member).map((value) => ({ ...minimal(name), [member.name]: value }))),
    ...oneof.flatMap((one) => oneof.map((two) => ({ [two.name]: valid(two), [one.name]: valid(one) }))),
    Object.fromEntries(members.map((member) => [member.name, valid(member)])),
    Object.fromEntries(members.map((member) => [member.name, undefined])),
  ];
}
