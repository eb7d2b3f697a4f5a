import { type Schema, unionOfTypes } from "../support/bundle-schema.js";

export type { Schema };

/** A valid value of a schema, with a label. */
export interface Sample {
  /** The place of the special part of the value as a JSON pointer, and its kind: "/room text", " all". */
  readonly label: string;
  readonly value: unknown;
}

/** Returns a value that only the suite can choose, such as a time, or undefined. */
type Choose = (pointer: string) => unknown;

/**
 * Makes valid values of a schema.
 *
 * @param root the schema in which `$ref`s are resolved
 * @param choose is called first for the value of each member
 */
export class SchemaValues {
  readonly #root: Schema;
  readonly #choose: Choose;

  constructor(root: Schema, choose: Choose) {
    this.#root = root;
    this.#choose = choose;
  }

  /** Returns values with one member, element or value each: every kind of a scalar, every member alone. */
  each(written: Schema, pointer: string): Sample[] {
    const chosen = this.#choose(pointer);
    if (chosen !== undefined) return [{ label: " chosen", value: chosen }];
    const schema = this.#resolve(written);
    if (schema.anyOf) return schema.anyOf.flatMap((choice) => this.each(choice, pointer));
    if (schema.enum) return schema.enum.map((value) => ({ label: ` ${value}`, value }));
    if (schema.properties) return this.#eachMember(schema, schema.properties, pointer);
    switch (schema.type) {
      case "boolean":
        return [true, false].map((value) => ({ label: ` ${value}`, value }));
      case "string":
        return [
          { label: " text", value: text(pointer) },
          { label: " empty", value: "" },
        ];
      case "integer":
      case "number": {
        const fractions = schema.type === "number" ? [0.5, 1e21] : [];
        const values = new Set([0, 1, schema.minimum ?? -1, schema.maximum ?? 60, ...fractions]);
        return [...values].map((value) => ({ label: ` ${value}`, value }));
      }
      case "null":
        return [{ label: " null", value: null }];
      case "array": {
        const ones = this.each(schema.items ?? {}, `${pointer}/0`);
        const all = { label: " all", value: this.all(schema, pointer, 0) };
        return [
          { label: " none", value: [] },
          ...ones.map(({ label, value }) => ({ label: `/0${label}`, value: [value] })),
          all,
        ];
      }
      case "object":
        return [
          { label: " none", value: {} },
          { label: " all", value: this.all(schema, pointer, 0) },
        ];
    }
    throw new Error(`${pointer}: no values for ${JSON.stringify(schema)}`);
  }

  /** Returns a value with every member. `variant` picks the member of each oneof. */
  all(written: Schema, pointer: string, variant: number): unknown {
    const chosen = this.#choose(pointer);
    if (chosen !== undefined) return chosen;
    const schema = this.#resolve(written);
    if (schema.anyOf?.[0]) return this.all(schema.anyOf[0], pointer, variant);
    if (schema.enum) return turn(schema.enum, variant + 1);
    if (schema.properties) {
      const members = Object.entries(schema.properties).filter(([name]) => isTurn(schema, name, variant));
      return Object.fromEntries(
        members.map(([name, member]) => [name, this.all(member, `${pointer}/${name}`, variant)]),
      );
    }
    switch (schema.type) {
      case "boolean":
        return true;
      case "string":
        return text(pointer);
      case "integer":
      case "number":
        return number(pointer) + (schema.type === "number" ? 0.5 : 0);
      case "array":
        return this.#elements(schema.items ?? {}, pointer);
      case "object":
        return { "Zoë 🎧": text(pointer), "a/b~c": '"<&>\\\u2028\u0000', "": "" };
    }
    throw new Error(`${pointer}: no values for ${JSON.stringify(schema)}`);
  }

  #eachMember(schema: Schema, properties: Readonly<Record<string, Schema>>, pointer: string): Sample[] {
    // Required members have their first value.
    const required = Object.fromEntries(
      (schema.required ?? []).map((name) => [name, this.each(properties[name] ?? {}, `${pointer}/${name}`)[0]?.value]),
    );
    const alone = Object.entries(properties).flatMap(([name, member]) =>
      this.each(member, `${pointer}/${name}`).map(({ label, value }) => ({
        label: `/${name}${label}`,
        value: { ...required, [name]: value },
      })),
    );
    const variants = this.#variants(schema);
    const whole = Array.from({ length: variants }, (_, variant) => ({
      label: variants === 1 ? " all" : ` all, variant ${variant}`,
      value: this.all(schema, pointer, variant),
    }));
    return [{ label: " none", value: required }, ...alone, ...this.#withSources(properties, pointer), ...whole];
  }

  /** Returns, for each member whose default depends on another member, a value with both. */
  #withSources(properties: Readonly<Record<string, Schema>>, pointer: string): Sample[] {
    return Object.entries(properties).flatMap(([name, member]) => {
      const from = member["x-default-from"];
      if (from === undefined) return [];
      return this.each(properties[from] ?? {}, `${pointer}/${from}`).flatMap((source) =>
        this.each(member, `${pointer}/${name}`).map(({ label, value }) => ({
          label: `/${from}${source.label} /${name}${label}`,
          value: { [from]: source.value, [name]: value },
        })),
      );
    });
  }

  /** Returns each value of an enum, or at least two elements and as many as they have variants. */
  #elements(items: Schema, pointer: string): unknown[] {
    const values = this.#resolve(items).enum;
    if (values) return [...values];
    const variants = Math.max(2, this.#variants(items));
    return Array.from({ length: variants }, (_, variant) => this.all(items, `${pointer}/${variant}`, variant));
  }

  /** Returns the number of values that it takes to have each member of each oneof. */
  #variants(written: Schema): number {
    const schema = this.#resolve(written);
    const inside = [...Object.values(schema.properties ?? {}), ...(schema.anyOf ?? [])].map((part) =>
      this.#variants(part),
    );
    return Math.max(1, ...oneofsOf(schema).map((oneof) => membersOf(schema, oneof).length), ...inside);
  }

  #resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return unionOfTypes(schema);
    const target = this.#root.$defs?.[schema.$ref.replace("#/$defs/", "")];
    if (!target) throw new Error(`nothing at ${schema.$ref}`);
    return unionOfTypes(target);
  }
}

/**
 * Returns a string that is unique to the place, so that swapped values are noticed. It has characters that JSON or
 * UTF-8 could break.
 */
function text(pointer: string): string {
  return `${pointer} Zoë 🎧`;
}

/** Returns a positive number that is unique to the place. */
function number(pointer: string): number {
  return [...pointer].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9973, 1);
}

function oneofsOf(schema: Schema): string[] {
  return [...new Set(Object.values(schema.properties ?? {}).flatMap((member) => member["x-oneof"] ?? []))];
}

function membersOf(schema: Schema, oneof: string): string[] {
  const properties = Object.entries(schema.properties ?? {});
  return properties.filter(([, member]) => member["x-oneof"] === oneof).map(([name]) => name);
}

function isTurn(schema: Schema, name: string, variant: number): boolean {
  const oneof = schema.properties?.[name]?.["x-oneof"];
  return oneof === undefined || turn(membersOf(schema, oneof), variant) === name;
}

function turn<T>(all: readonly T[], variant: number): T | undefined {
  return all[variant % all.length];
}
