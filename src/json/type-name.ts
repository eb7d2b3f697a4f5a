/** Puts the indefinite article before a type: "an array", "a string". */
export function withArticle(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** Calls Array.isArray, which throws for a revoked proxy. Returns false then. */
function isArray(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** Returns the name of the constructor of a value. Undefined when there is none, or a proxy or getter throws. */
function constructorName(value: object): unknown {
  try {
    return Object.getPrototypeOf(value).constructor.name;
  } catch {
    return undefined;
  }
}

/** Names the type of a value for a message, without quoting it: "null", "a string", "an instance of Map". */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (typeof value === "number" && !Number.isInteger(value)) {
    return Number.isFinite(value) ? "a number with a fraction" : "a number that is not finite";
  }
  if (typeof value !== "object") return withArticle(typeof value);
  if (isArray(value)) return "an array";
  const name = constructorName(value);
  return typeof name === "string" && name !== "Object" && name !== "" ? `an instance of ${name}` : "an object";
}
