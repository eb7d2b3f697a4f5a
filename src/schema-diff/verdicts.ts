import type { ChangeKind, SchemaChange } from "./change.js";

export type Verdict = { readonly kind: ChangeKind } & Pick<SchemaChange, "breaks" | "step" | "why">;

const both = ["mint", "verify"] as const;

/**
 * The verdict on each kind of change. The schemas compared are those for minting. Verifying code is assumed to
 * accept unknown members and enum values and to require nothing, as the rules-decode bundles do, and to be strict
 * otherwise.
 */
export const VERDICTS = {
  memberAdded: { kind: "added", breaks: [], step: "minor", why: "every valid value remains valid" },
  requiredMemberAdded: { kind: "added", breaks: ["mint"], step: "major", why: "no existing caller sets it" },
  memberRemoved: {
    kind: "removed",
    breaks: both,
    step: "major",
    why: "setting it is rejected, and readers no longer receive it",
  },

  narrowed: { kind: "narrowed", breaks: both, step: "major", why: "some valid values became invalid" },
  widened: { kind: "widened", breaks: [], step: "minor", why: "every valid value remains valid" },
  limitLifted: {
    kind: "widened",
    breaks: ["verify"],
    step: "major",
    why: "readers enforce the old limit",
  },
  branchAdded: { kind: "widened", breaks: ["verify"], step: "major", why: "readers receive a new kind of value" },
  typeWidened: { kind: "widened", breaks: ["verify"], step: "major", why: "readers receive a new type of value" },
  incomparable: { kind: "changed", breaks: both, step: "major", why: "each accepts values that the other rejects" },
  valueAdded: { kind: "widened", breaks: [], step: "minor", why: "readers must accept unknown values" },

  requiredNow: { kind: "narrowed", breaks: ["mint"], step: "major", why: "minting requires it" },
  optionalNow: { kind: "widened", breaks: ["verify"], step: "major", why: "readers rely on its presence" },
  optionalByDefault: { kind: "widened", breaks: [], step: "minor", why: "readers use the default" },

  ruleAdded: { kind: "narrowed", breaks: both, step: "major", why: "some valid values became invalid" },
  conditionAdded: {
    kind: "narrowed",
    breaks: ["mint"],
    step: "major",
    why: "some valid values can no longer be minted",
  },
  ruleChanged: { kind: "changed", breaks: both, step: "major", why: "the rejected values cannot be determined" },
  unknownKeyword: { kind: "changed", breaks: both, step: "major", why: "the effect of the keyword is unknown" },

  defaultAdded: { kind: "changed", breaks: [], step: "minor", why: "an absent value is filled in" },
  defaultChanged: { kind: "changed", breaks: both, step: "major", why: "an absent value is read differently" },
  defaultRemoved: { kind: "changed", breaks: ["verify"], step: "major", why: "an absent value is no longer filled in" },

  secretRefused: { kind: "narrowed", breaks: ["mint"], step: "major", why: "minting rejects it as a secret" },
  secretAllowed: { kind: "widened", breaks: [], step: "minor", why: "minting no longer rejects it" },
  secretWarned: { kind: "changed", breaks: [], step: "minor", why: "the warning of lint changes" },

  spellingAdded: { kind: "changed", breaks: [], step: "minor", why: "one more spelling is accepted" },
  spellingLost: {
    kind: "changed",
    breaks: ["verify"],
    step: "major",
    why: "values in that spelling are rejected",
  },

  presenceAdded: { kind: "changed", breaks: [], step: "minor", why: "absence and the default are now distinct" },
  presenceLost: {
    kind: "changed",
    breaks: ["verify"],
    step: "major",
    why: "absence and the default are no longer distinct",
  },

  deprecated: { kind: "changed", breaks: [], step: "minor", why: "its use is discouraged" },
  renamed: {
    kind: "changed",
    breaks: both,
    step: "major",
    why: "the generated types have another name",
  },
  reworded: { kind: "changed", breaks: [], step: "patch", why: "the same values are valid" },
} as const satisfies Readonly<Record<string, Verdict>>;

export type VerdictName = keyof typeof VERDICTS;

/** A difference in one pair of schemas, before its places in a value are known. */
export interface Finding {
  readonly verdict: VerdictName;
  readonly what: string;
  /** The member of the pair that the finding is about. Absent for the pair itself. */
  readonly member?: string;
}
