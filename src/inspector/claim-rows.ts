import { isObject } from "../json/is-object.js";
import { type Path, toPointer } from "../json/path.js";
import { calendar } from "../lint/durations.js";
import { type About, type ClaimsSchema, describeMember } from "./claims-schema.js";
import { clip } from "./clip.js";

/** A line of the claims: a member or an element. */
export interface ClaimRow {
  readonly depth: number;
  readonly name: string;
  /** The value as JSON; of an object or a list, the number of its members. */
  readonly value: string;
  readonly kind: "text" | "number" | "constant" | "container";
  /** A moment in words a person reads. */
  readonly moment?: string;
  readonly about?: About;
}

export interface ClaimRows {
  readonly rows: readonly ClaimRow[];
  /** Whether there are more than are shown. */
  readonly isCut: boolean;
  /** Returns the row of a path, or that of the nearest object around it; undefined where there is none. */
  readonly rowOf: (path: Path) => number | undefined;
}

/** More would be slow to show, and are not read. */
const MOST_ROWS = 400;
const LONGEST_VALUE = 500;
const LONGEST_NAME = 120;

/** Lists the members of claims in their order, each object before its members. */
export function claimRows(claims: unknown, schema: ClaimsSchema): ClaimRows {
  const rows: ClaimRow[] = [];
  const places = new Map<string, number>();
  let isCut = false;
  const visit = (name: string | number, value: unknown, path: Path): void => {
    if (rows.length >= MOST_ROWS) {
      isCut = true;
      return;
    }
    const about = describeMember(schema, path, value);
    places.set(toPointer(path), rows.length);
    rows.push({
      ...rowOf(value),
      depth: path.length - 1,
      name: clip(String(name), LONGEST_NAME),
      ...(about && { about }),
    });
    if (path.length === 1 && typeof value === "number" && isTime(schema, path)) {
      rows.push({ ...(rows.pop() as ClaimRow), moment: calendar(value) });
    }
    members(value, path);
  };
  const members = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length && !isCut; index++) visit(index, value[index], [...path, index]);
    } else if (isObject(value)) {
      for (const name of Object.keys(value)) {
        if (isCut) return;
        visit(name, value[name], [...path, name]);
      }
    }
  };
  members(claims, []);
  const find = (path: Path): number | undefined => {
    for (let length = Math.min(path.length, MOST_ROWS); length > 0; length--) {
      const row = places.get(toPointer(path.slice(0, length)));
      if (row !== undefined) return row;
    }
    return undefined;
  };
  return { rows, isCut, rowOf: find };
}

function rowOf(value: unknown): Pick<ClaimRow, "value" | "kind"> {
  if (Array.isArray(value)) return { value: `[${counted(value.length, "element")}]`, kind: "container" };
  if (isObject(value)) return { value: `{${counted(Object.keys(value).length, "member")}}`, kind: "container" };
  // Clipped before it is escaped, which may make it six times as long.
  if (typeof value === "string") {
    const shown = JSON.stringify(value.slice(0, LONGEST_VALUE));
    return {
      value: value.length > LONGEST_VALUE ? clip(shown + value.slice(LONGEST_VALUE), shown.length) : shown,
      kind: "text",
    };
  }
  return { value: String(JSON.stringify(value)), kind: typeof value === "number" ? "number" : "constant" };
}

function counted(count: number, what: string): string {
  return count === 0 ? "" : `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Whether the schema says that a claim is a moment. */
function isTime({ properties }: ClaimsSchema, [claim = ""]: Path): boolean {
  return properties[claim]?.$ref?.endsWith("/NumericDate") === true;
}
