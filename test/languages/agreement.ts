import { toPointer } from "../../src/json/path.js";
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
  /** Those of which is said that something there, or inside, fails. */
  readonly around: ReadonlySet<string>;
  /** Those of them where a validator is known to say no more. */
  readonly vague: ReadonlySet<string>;
}

/** Keywords that pass on what another schema says. Some validators report both, some only what is inside. */
const SUMMARIES: ReadonlySet<string> = new Set(["if", "anyOf"]);

const NONE: ReadonlySet<string> = new Set();

/**
 * The place of one failure. A missing member, and one too many, is itself the place: some validators tell of each, others
 * of all of them in one failure of the object.
 */
export function placeOf({ at, member }: Failure): string {
  return member === undefined ? at : `${at}${toPointer([member])}`;
}

function placesOf(failures: readonly Failure[], lenient: ReadonlySet<string>): Places {
  const isVague = ({ keyword }: Failure): boolean => lenient.has(keyword);
  const passesOn = (failure: Failure): boolean => SUMMARIES.has(failure.keyword) || isVague(failure);
  const all = failures.map(placeOf);
  // Of an anyOf of an object and null: that it is not null says nothing of a value whose members were looked at.
  const isOtherChoice = ({ keyword, at }: Failure): boolean =>
    keyword === "type" && all.some((place) => place.startsWith(`${at}/`));
  const own = failures.filter((failure) => !passesOn(failure) && !isOtherChoice(failure));
  return {
    exact: new Set(own.map(placeOf)),
    around: new Set(failures.filter(passesOn).map(placeOf)),
    vague: new Set(failures.filter(isVague).map(placeOf)),
  };
}

/** The places that a validator says fail, in order; those that it says only something inside of fails, too. */
export function failingPlaces({ failures }: Verdict): string[] {
  const { exact, around } = placesOf(failures, NONE);
  const unexplained = [...around].filter((place) => ![...exact].some((inner) => isWithin(inner, place)));
  return [...exact, ...unexplained].sort();
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
    [...exact].every((place) => said.exact.has(place) || [...said.vague].some((around) => isWithin(place, around)))
  );
}

function isWithin(place: string, around: string): boolean {
  return place === around || place.startsWith(`${around}/`);
}

function namesIn(pointer: string): string[] {
  return pointer.split("/").slice(1);
}
