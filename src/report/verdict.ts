import type { Claims } from "../../generated/types.js";
import { toPointer } from "../json/path.js";
import { duration } from "../lint/durations.js";
import { type Draft, inWords, type Refuser } from "../lint/finding.js";
import { canJoin } from "../permissions/rooms.js";
import type { CallVerdict } from "./call.js";
import type { Permission } from "./permission.js";
import { rangeOf, reasons, type ServerGroup } from "./servers.js";
import type { Time } from "./times.js";

/**
 * The answer in one line.
 *
 * - "malformed": no token, so nobody reads it
 * - "refused": by every server, or by the one that the options describe
 * - "denied": the call that is asked about
 * - "limited": accepted by servers or by some of them, and refused by others, by this library, or when joining
 * - "wrong": accepted, and not what it seems to be
 * - "fine": accepted, if only with warnings
 */
export interface Verdict {
  readonly outcome: "malformed" | "refused" | "denied" | "limited" | "wrong" | "fine";
  readonly message: string;
}

/** The facts that the verdict is decided by. */
export interface Evidence {
  readonly isMalformed: boolean;
  readonly drafts: readonly Draft[];
  readonly errors: number;
  readonly times: readonly Time[];
  /** The claims as servers read them; undefined when they are invalid. */
  readonly claims: Claims | undefined;
  readonly permissions: readonly Permission[] | null;
  readonly servers: readonly ServerGroup[] | null;
  readonly call: CallVerdict | null;
  /** In seconds. */
  readonly now: number;
}

export function decide(evidence: Evidence): Verdict {
  const { isMalformed, call, errors } = evidence;
  const by = (refuser: Refuser): Draft | undefined => evidence.drafts.find(({ refusedBy }) => refusedBy === refuser);
  const everyone = by("everyone");
  if (everyone !== undefined && isMalformed)
    return { outcome: "malformed", message: `Not a token: ${wordsOf(everyone)}` };
  if (everyone !== undefined) return refused(`by every server: ${everyoneWords(everyone, evidence.times)}`);
  const server = by("server");
  if (server !== undefined) return refused(`: ${wordsOf(server)}`);
  const refusing = (evidence.servers ?? []).filter(({ prediction }) => prediction === "refuse");
  if (refusing.length > 0 && refusing.length === evidence.servers?.length) {
    return refused(`by every server, for ${reasons(refusing)}`);
  }
  if (call !== null && !call.permitted) {
    return { outcome: "denied", message: `Denied: ${call.call} needs ${call.needs}, but ${call.lacks.join(" and ")}` };
  }
  const limits = [
    ...(refusing.length === 0
      ? []
      : [`refused by ${refusing.map((group) => `${rangeOf(group)} for ${reasons([group])}`).join(", and by ")}`]),
    ...limit("refused by this library", by("libraries")),
    ...(call === null ? limit("refused when joining", by("joining")) : []),
  ];
  const held = heldWords(evidence);
  if (limits.length > 0) return { outcome: "limited", message: `${capital(limits.join("; "))}. Otherwise ${held}` };
  if (errors > 0) {
    const count = errors === 1 ? "1 error" : `${errors} errors`;
    return { outcome: "wrong", message: `Accepted, with ${count}: ${held}` };
  }
  return { outcome: "fine", message: permitsSomething(evidence) ? `Fine: ${held}` : `Accepted, but ${held}` };
}

function permitsSomething({ claims, permissions, call }: Evidence): boolean {
  return call !== null || claims?.sha256 !== "" || (permissions ?? []).some(({ may }) => may);
}

function refused(how: string): Verdict {
  return { outcome: "refused", message: `Refused${how.startsWith(":") ? "" : " "}${how}` };
}

function limit(how: string, draft: Draft | undefined): string[] {
  return draft === undefined ? [] : [`${how}: ${wordsOf(draft)}`];
}

/** Times in the words of the report: "expired 16 minutes ago". */
function everyoneWords(draft: Draft, times: readonly Time[]): string {
  const time = times.find(({ claim, at }) => at !== undefined && draft.path.length === 1 && claim === draft.path[0]);
  return time?.words ?? wordsOf(draft);
}

function wordsOf(draft: Draft): string {
  const pointer = toPointer(draft.path);
  return `${pointer === "" ? "" : `${pointer} `}${inWords(draft).message}`;
}

/** Says what the token permits and for how long: "alice may join stage for 59 minutes more". */
function heldWords({ claims, permissions, call, now }: Evidence): string {
  if (claims === undefined) return "its permissions are unknown";
  return `${permitted(claims, permissions ?? [], call)}${remaining(claims.exp, now)}`;
}

function permitted(claims: Claims, permissions: readonly Permission[], call: CallVerdict | null): string {
  const holder = short(claims.sub || claims.jti || "") || "the holder";
  if (call !== null)
    return `${holder} may call ${call.call}${call.room === null ? "" : ` for the room ${short(call.room)}`}`;
  if (canJoin(claims, claims.video.room) && permissions[0]?.may)
    return `${holder} may join ${short(claims.video.room)}`;
  const first = permissions.find(({ may }) => may);
  if (first !== undefined) return `${holder} may ${first.what}`;
  return claims.sha256 === "" ? "it permits nothing" : "it signs a message body";
}

function remaining(exp: number, now: number): string {
  if (exp === 0) return ", without end";
  const words = duration(exp - now);
  return exp <= now || words === "" ? ", only within the leeway of servers" : ` for ${words} more`;
}

/** As it is where that is a plain word, else in quotes. */
function short(text: string): string {
  if (/^[\w.@:-]{0,60}$/.test(text)) return text;
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
