import { getDef, type Model } from "../../../scripts/model/model.js";
import { minimal, placesIn } from "../../support/edge-values.js";
import type { Instance } from "./instance.js";

/**
 * Spellings of whole and fractional numbers that are the same to JSON Schema, but that a parser may distinguish.
 *
 * Left out are numbers about which parsers differ: 1e400, which serde rejects and Python reads as infinity, and
 * fractions that a double cannot hold, such as 9007199254740990.9999, which Go keeps and others round to a whole
 * number.
 */
const SPELLINGS: readonly string[] = [
  ...["60.0", "1e3", "1E+3", "600e-1", "0.0", "-0", "-0.0", "1.0e0"],
  ...["4294967295.0", "4294967296.0", "2147483647.0", "-2147483648.0", "-2147483649.0", "9007199254740991.0"],
  ...["9007199254740993", "9223372036854775807", "-9223372036854775809", "18446744073709551616", "1e21", "1e308"],
  ...["60.5", "1e-7", "5e-324", "4294967295.5"],
];

/** Returns values with each spelling as each member that is a number. */
export function numbers(model: Model, root: string): Instance[] {
  return [...placesIn(model, root)].flatMap(([name, around]) =>
    getDef(model, name)
      .members.filter(({ shape, value }) => shape === "single" && (value.kind === "integer" || value.kind === "number"))
      .flatMap((member) => {
        const value = around({ ...minimal(name), [member.name]: "the number" });
        return SPELLINGS.map((spelling) => ({ text: JSON.stringify(value).replace('"the number"', spelling) }));
      }),
  );
}
