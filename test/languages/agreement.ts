import { escapePointer } from "../../scripts/json-schema.js";
import type { Failure, Verdict } from "./validators/validator.js";

/** How a validator is known to differ, so that the rest of what it says can be compared. */
export interface Leniency {
  /** Keywords whose failures it places at the value around the one that fails. */
  readonly keywords: ReadonlySet<string>;
  /** Names that do not survive in its pointers: where a value with one fails, only the verdict is compared. */
  readonly names: RegExp | undefined;
}

/** What validators can be asked to agree on: which places fail, whatever each says of them. */
interface Places {
  /** Those that fail themselves. */
  readonly exact: ReadonlySet<string>;
  /** Those of which is said only that something there, or inside, fails. */
  readonly around: ReadonlySet<string>;
}

/**
 * Keywords that pass on what another schema says. Some validators report both, some only what is inside, and
 * fastjsonschema only that no choice of an anyOf fits.
 */
const SUMMARIES: ReadonlySet<string> = new Set(["if", "anyOf"]);

const NONE: ReadonlySet<string> = new Set();

/**
 * The place of one failure. A missing member, and one too many, is itself the place: some validators tell of each, others
 * of all of them in one failure of the object.
 */
export function placeOf({ at, member }: Failure): string {
  return member === undefined ? at : `${at}/${escapePointer(member)}`;
}

function placesOf(failures: readonly Failure[], summaries: ReadonlySet<string>): Places {
  const passesOn = ({ keyword }: Failure): boolean => SUMMARIES.has(keyword) || summaries.has(keyword);
  const all = failures.map(placeOf);
  // Of an anyOf of an object and null: that it is not null says nothing of a value whose members were looked at.
  const isOtherChoice = ({ keyword, at }: Failure): boolean =>
    keyword === "type" && all.some((place) => place.startsWith(`${at}/`));
  const own = failures.filter((failure) => !passesOn(failure) && !isOtherChoice(failure));
  return { exact: new Set(own.map(placeOf)), around: new Set(failures.filter(passesOn).map(placeOf)) };
}

/** The places that a validator says fail, in order. It is one that needs no leniency. */
export function failingPlaces({ failures }: Verdict): string[] {
  return [...placesOf(failures, NONE).exact].sort();
}

/** Whether a validator finds failures in what it accepts, or none in what it refuses. */
export function contradictsItself({ valid, failures }: Verdict): boolean {
  return valid === failures.length > 0;
}

/** Whether another validator says the same as one that needs no leniency. */
export function agrees(other: Verdict, one: Verdict, { keywords, names }: Leniency): boolean {
  if (one.valid !== other.valid) return false;
  if (names && one.failures.some(({ at }) => namesIn(at).some((name) => names.test(name)))) return true;
  const { exact } = placesOf(one.failures, NONE);
  const said = placesOf(other.failures, keywords);
  return (
    [...said.exact].every((place) => exact.has(place)) &&
    [...said.around].every((around) => [...exact].some((place) => isWithin(place, around))) &&
    [...exact].every((place) => said.exact.has(place) || [...said.around].some((around) => isWithin(place, around)))
  );
}

function isWithin(place: string, around: string): boolean {
  return place === around || place.startsWith(`${around}/`);
}

function namesIn(pointer: string): string[] {
  return pointer.split("/").slice(1);
}
