import { toPointer } from "../../src/json/path.js";
import type { Failure, Verdict } from "./validators/validator.js";

/** The known differences of a validator, so that everything else can be compared. */
export interface Leniency {
  /** Keywords whose failures it reports at the value around the failing one. */
  readonly keywords: ReadonlySet<string>;
  /**
   * Names that are not preserved in its pointers. When a value with such a name fails, only the verdict is compared.
   */
  readonly names: RegExp | undefined;
}

/** The failing places, on which validators can agree whatever they report about them. */
interface Places {
  /** Places that fail themselves. */
  readonly exact: ReadonlySet<string>;
  /** Places at or inside which something fails. */
  readonly around: ReadonlySet<string>;
  /** Those of `around` for which a validator is known to report nothing more specific. */
  readonly vague: ReadonlySet<string>;
}

/** Keywords that report the failure of another schema. Some validators report both, some only the inner failure. */
const SUMMARIES: ReadonlySet<string> = new Set(["if", "anyOf"]);

const NONE: ReadonlySet<string> = new Set();

/**
 * Returns the place of a failure. A missing or excess member is the place itself: some validators report each
 * member, others report all of them in one failure of the object.
 */
export function placeOf({ at, member }: Failure): string {
  return member === undefined ? at : `${at}${toPointer([member])}`;
}

function placesOf(failures: readonly Failure[], lenient: ReadonlySet<string>): Places {
  const isVague = ({ keyword }: Failure): boolean => lenient.has(keyword);
  const passesOn = (failure: Failure): boolean => SUMMARIES.has(failure.keyword) || isVague(failure);
  const all = failures.map(placeOf);
  // In an anyOf of an object and null, the failure of null is redundant when members of the object were checked.
  const isOtherChoice = ({ keyword, at }: Failure): boolean =>
    keyword === "type" && all.some((place) => place.startsWith(`${at}/`));
  const own = failures.filter((failure) => !passesOn(failure) && !isOtherChoice(failure));
  return {
    exact: new Set(own.map(placeOf)),
    around: new Set(failures.filter(passesOn).map(placeOf)),
    vague: new Set(failures.filter(isVague).map(placeOf)),
  };
}

/** Returns the failing places in order, including those at which something inside fails. */
export function failingPlaces({ failures }: Verdict): string[] {
  const { exact, around } = placesOf(failures, NONE);
  const unexplained = [...around].filter((place) => ![...exact].some((inner) => isWithin(inner, place)));
  return [...exact, ...unexplained].sort();
}

/** Whether a validator reports failures of a value that it accepts, or none of a value that it rejects. */
export function contradictsItself({ valid, failures }: Verdict): boolean {
  return valid === failures.length > 0;
}

/** Whether a validator agrees with one that needs no leniency. */
export function agrees(other: Verdict, one: Verdict, { keywords, names }: Leniency): boolean {
  if (one.valid !== other.valid) return false;
  const all = [...one.failures, ...other.failures];
  if (names && all.some(({ at }) => namesIn(at).some((name) => names.test(name)))) return true;
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
