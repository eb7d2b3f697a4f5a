import { type Shape, shapes } from "../../../generated/shapes.js";
import { nearest, withOneWordMore } from "../../issues/nearest.js";
import { unknownMember } from "../../issues/schema-issues.js";
import { foldCase, foldName } from "../../json/fold.js";
import { isObject } from "../../json/is-object.js";
import { getOwn } from "../../json/own.js";
import { type Path, toPointer } from "../../json/path.js";
import { type Draft, draft, wordsOf } from "../finding.js";
import { onlyPlace, placesElsewhere } from "../misplaced.js";
import type { Content } from "../reading.js";
import { SECRET_NAMES, WRONG_NAMES } from "../wrong-names.js";

/** Members beyond the schema that have rules of their own. */
const ELSEWHERE: readonly string[] = ["aud", "identity"];

/** Names of an object around the claims, as servers and debuggers print them. */
const WRAPPERS: readonly string[] = ["claims", "payload"];

/** A name of a claim or grant that the schema does not know. */
interface Unknown {
  /** The object that has it. */
  readonly title: string;
  readonly path: Path;
  readonly name: string;
  readonly value: unknown;
  /** The known name that it is but for upper and lower case, as which Go reads it. */
  readonly folded: string | undefined;
}

/** Finds names of claims and grants that the schema does not know. Those of the room configuration have other rules. */
export function unknownMembers(content: Content): Draft[] {
  return findUnknownNames(content)
    .filter(({ path, name }) => path.length > 0 || !ELSEWHERE.includes(name))
    .map(toDraft);
}

/** Returns the claims and members of grants that the schema does not know. */
export function findUnknownNames({ payload }: Content): Unknown[] {
  const grants = Object.entries(shapes.Claims as Shape).flatMap(([claim, { of }]) => {
    const value = getOwn(payload, claim);
    return of === undefined || claim === "roomConfig" || !isObject(value) ? [] : unknownIn(value, of, [claim]);
  });
  return [...unknownIn(payload, "Claims", []), ...grants];
}

function unknownIn(object: object, title: string, path: Path): Unknown[] {
  const shape = shapes[title] as Shape;
  const known = new Map(Object.keys(shape).map((name) => [foldCase(name), name]));
  return Object.entries(object)
    .filter(([name]) => !Object.hasOwn(shape, name))
    .map(([name, value]) => ({ title, path, name, value, folded: known.get(foldCase(name)) }));
}

function toDraft(unknown: Unknown): Draft {
  const { title, path, name, value, folded } = unknown;
  const at = [...path, name];
  if (folded !== undefined) {
    const message = `differs only in case from "${folded}"; newer servers read it as that, and older servers and most SDKs ignore it`;
    return draft("member-case", at, { message, fix: `Write "${folded}".` });
  }
  if (SECRET_NAMES.includes(foldName(name))) {
    return draft("secret-in-token", at, "is a name for an API secret, which whoever has the token can read");
  }
  const place = placeOf(unknown);
  if (place === undefined) return draft("unknown-member", at, () => wordsOf(unknownMember(path, name, "Claims")));
  const isHere = place.length === path.length + 1 && path.every((segment, index) => segment === place[index]);
  const code = isHere && !isObject(value) ? "unknown-member" : "misplaced-member";
  const where = isHere ? `did you mean "${place.at(-1)}"?` : `it belongs at ${toPointer(place)}`;
  return draft(code, at, { message: `is not a member of ${title}; ${where}`, fix: fixOf(unknown, place, isHere) });
}

/** Where a member belongs that is unknown where it is: by its name in other objects, and else by what others call it. */
function placeOf({ title, path, name, value }: Unknown): Path | undefined {
  // Too long to be a slip, and costly to compare.
  if (name.length > 64) return undefined;
  if (path.length === 0 && WRAPPERS.includes(foldName(name)) && isObject(value)) return [];
  const members = Object.keys(shapes[title] as Shape);
  const spelled = members.find((member) => foldName(member) === foldName(name));
  const own = spelled ?? (path.length === 0 ? undefined : withOneWordMore(name, members));
  if (own !== undefined) return [...path, own];
  const elsewhere = onlyPlace(placesElsewhere(title, name)) ?? getOwn(WRONG_NAMES, foldName(name));
  if (elsewhere !== undefined || path.length > 0) return elsewhere;
  // At the top, a short word is meant for the grants of a room: "join" for "roomJoin".
  const inVideo = withOneWordMore(name, Object.keys(shapes.VideoGrants as Shape));
  if (inVideo === undefined || nearest(name, Object.keys(shapes.Claims as Shape)) !== undefined) return undefined;
  return ["video", inVideo];
}

function fixOf({ name, value }: Unknown, place: Path, isHere: boolean): string {
  if (isHere) return `Write "${place.at(-1)}".`;
  if (place.length === 0 || holdsClaims(value)) return `Move the members of "${name}" to the top of the claims.`;
  if (place.at(-1) === "exp") return "Write exp: a number of seconds since 1970, such as now + 3600.";
  const renamed = foldName(String(place.at(-1))) === foldName(name) ? "" : `, and call it "${place.at(-1)}"`;
  return `Move it to ${toPointer(place)}${renamed}.`;
}

/** Whether a value is a whole of claims, as the SDKs of Go and Node keep them before they sign. */
function holdsClaims(value: unknown): boolean {
  return isObject(value) && Object.values(value).length > 0 && isObject(getOwn(value, "video"));
}
