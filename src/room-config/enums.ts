import { enums } from "../../generated/shapes.js";

const ENUMS: Readonly<Record<string, Readonly<Record<string, number>>>> = enums;

/** Returns the numbers of an enum's values, by name. Returns no numbers for an unknown enum. */
export function enumNumbers(of: string): Readonly<Record<string, number>> {
  return ENUMS[of] ?? {};
}

/** Returns the name of an enum's number. Returns any other value unchanged. */
export function enumName<T>(value: T, of: string): T | string {
  if (typeof value !== "number") return value;
  const numbers = enumNumbers(of);
  return Object.keys(numbers).find((name) => numbers[name] === value) ?? value;
}
