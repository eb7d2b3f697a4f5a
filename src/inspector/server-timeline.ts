import { rangeOf, reasons, type ServerGroup } from "../report/servers.js";
import type { Prediction } from "../targets/create-target.js";
import { targetNames } from "../targets/names.js";
import { clip } from "./clip.js";

/** Releases that follow each other and do the same. */
export interface TimelinePart {
  readonly range: string;
  /** How many releases they are. */
  readonly releases: number;
  readonly prediction: Prediction;
  readonly words: string;
}

const WORDS: Readonly<Record<Prediction, string>> = {
  accept: "accept it",
  ignore: "accept it, and ignore",
  refuse: 'refuse it with 401 "invalid token", for',
};

/** Returns the releases of the server by what they do with a token, oldest first. */
export function serverTimeline(groups: readonly ServerGroup[]): TimelinePart[] {
  const names = targetNames();
  return groups.map((group) => {
    const { from, to, prediction } = group;
    const places = prediction === "accept" ? "" : ` ${clip(reasons([group]), 300)}`;
    return {
      range: rangeOf(group),
      releases: names.indexOf(to) - names.indexOf(from) + 1,
      prediction,
      words: `${WORDS[prediction]}${places}`,
    };
  });
}
