import { notInEnum, unknownMember } from "../../issues/schema-issues.js";
import { isObject } from "../../json/is-object.js";
import { type Credential, findCredentials } from "../../room-config/credentials.js";
import { enumNumbers } from "../../room-config/enums.js";
import { FINDINGS, type FindingCode } from "../catalog.js";
import { type Draft, draft, type Words, wordsOf } from "../finding.js";
import type { Content } from "../reading.js";
import type { Surplus } from "../room-config-record.js";

/** Finds secrets in the room configuration, members without effect, and unknown members and values. */
export function roomConfigFindings(content: Content): Draft[] {
  const { roomConfig } = content.payload;
  if (!isObject(roomConfig)) return [];
  const { surplus } = content.roomConfig;
  // Defaults are reported only for a valid configuration.
  const reported = isValid(content) ? surplus : surplus.filter(({ kind }) => kind !== "default");
  return [
    ...findCredentials(roomConfig).map(({ kind, path, message }) => draft(credentialCode(kind), path, message)),
    ...reported.map((each) => draft(surplusCode(each), each.rawPath, () => surplusWords(each))),
  ];
}

function credentialCode(kind: Credential["kind"]): FindingCode {
  return kind === "access-key" ? "access-key-in-room-config" : "secret-in-room-config";
}

/** Issues beyond those that are worded have no place, and may be of the room configuration. */
function isValid({ issues }: Content): boolean {
  return issues.every(({ path, keyword }) => path[0] !== "roomConfig" && keyword !== "more");
}

/** Returns the fix for a place that a server refuses. */
export function surplusFix(surplus: Surplus): string {
  return surplusWords(surplus).fix ?? FINDINGS[surplusCode(surplus)].fix;
}

function surplusCode({ kind }: Surplus): FindingCode {
  return kind === "null" || kind === "default" ? "default-in-room-config" : "unknown-in-room-config";
}

function surplusWords({ kind, path, value, enumName = "" }: Surplus): Words {
  switch (kind) {
    case "null":
      return saysNothing("null");
    case "default":
      return saysNothing("its default");
    case "member":
      return refusedByOld(wordsOf(unknownMember(path.slice(0, -1), String(path.at(-1)), "Claims")));
    case "value": {
      const words = wordsOf(notInEnum(path, Object.keys(enumNumbers(enumName)), value));
      // Go takes any number for an enum.
      return typeof value === "number" ? words : refusedByOld(words);
    }
  }
}

function saysNothing(what: string): Words {
  const message = `is ${what}, which has the same effect as leaving it out; servers 1.11.0 and older that do not know it refuse the token`;
  return { message };
}

function refusedByOld({ message, fix }: Words): Words {
  return { message: `${message}; servers 1.11.0 and older refuse the token for it`, fix };
}
