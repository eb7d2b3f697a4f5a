import { enums } from "../../generated/shapes.js";

/** The name of an enum's number. Other values stay as they are. */
export function enumName<T>(value: T, of: string): T | string {
  const numbers: Readonly<Record<string, number>> = enums[of as keyof typeof enums];
  return typeof value === "number" ? (Object.keys(numbers).find((name) => numbers[name] === value) ?? value) : value;
}
