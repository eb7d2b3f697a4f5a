import type { ChangeKind, SchemaChange } from "./change.js";

export type Verdict = { readonly kind: ChangeKind } & Pick<SchemaChange, "breaks" | "step" | "why">;

const both = ["mint", "verify"] as const;

/**
 * What every sort of change means. Compared is what may be minted; those who verify are taken to let unknown members
 * and enum values through and to require nothing, as the rules-decode bundles do, and to be strict about the rest.
 */
export const VERDICTS = {
  memberAdded: { kind: "added", breaks: [], step: "minor", why: "what was valid still is" },
  requiredMemberAdded: { kind: "added", breaks: ["mint"], step: "major", why: "nothing minted so far has it" },
  memberRemoved: { kind: "removed", breaks: both, step: "major", why: "setting it is refused, and readers miss it" },

  narrowed: { kind: "narrowed", breaks: both, step: "major", why: "values that were valid are refused" },
  widened: { kind: "widened", breaks: [], step: "minor", why: "what was valid still is" },
  limitLifted: {
    kind: "widened",
    breaks: ["verify"],
    step: "major",
    why: "readers hold what they meet to the old limit",
  },
  branchAdded: { kind: "widened", breaks: ["verify"], step: "major", why: "readers meet values of a kind new to them" },
  typeWidened: { kind: "widened", breaks: ["verify"], step: "major", why: "readers meet values of a type new to them" },
  incomparable: { kind: "changed", breaks: both, step: "major", why: "neither takes all values of the other" },
  valueAdded: { kind: "widened", breaks: [], step: "minor", why: "readers must expect values that they do not know" },

  requiredNow: { kind: "narrowed", breaks: ["mint"], step: "major", why: "what lacks it is refused when minting" },
  optionalNow: { kind: "widened", breaks: ["verify"], step: "major", why: "readers rely on it being there" },
  optionalByDefault: { kind: "widened", breaks: [], step: "minor", why: "readers take the default" },

  ruleAdded: { kind: "narrowed", breaks: both, step: "major", why: "values that were valid are refused" },
  conditionAdded: { kind: "narrowed", breaks: ["mint"], step: "major", why: "values that were valid are not minted" },
  ruleChanged: { kind: "changed", breaks: both, step: "major", why: "which values it refuses cannot be told" },
  unknownKeyword: { kind: "changed", breaks: both, step: "major", why: "the keyword cannot be judged here" },

  defaultAdded: { kind: "changed", breaks: [], step: "minor", why: "what was absent is filled in" },
  defaultChanged: { kind: "changed", breaks: both, step: "major", why: "a value without it reads otherwise" },
  defaultRemoved: { kind: "changed", breaks: ["verify"], step: "major", why: "what was filled in is absent" },

  secretRefused: { kind: "narrowed", breaks: ["mint"], step: "major", why: "minting refuses it as a secret" },
  secretAllowed: { kind: "widened", breaks: [], step: "minor", why: "minting no longer refuses it" },
  secretWarned: { kind: "changed", breaks: [], step: "minor", why: "lint has another warning" },

  spellingAdded: { kind: "changed", breaks: [], step: "minor", why: "one more spelling is read" },
  spellingLost: {
    kind: "changed",
    breaks: ["verify"],
    step: "major",
    why: "values in that spelling are not understood",
  },

  presenceAdded: { kind: "changed", breaks: [], step: "minor", why: "its default is told from absence" },
  presenceLost: { kind: "changed", breaks: ["verify"], step: "major", why: "its default is not told from absence" },

  deprecated: { kind: "changed", breaks: [], step: "minor", why: "using it is advised against" },
  renamed: {
    kind: "changed",
    breaks: both,
    step: "major",
    why: "the types that are generated of it have another name",
  },
  reworded: { kind: "changed", breaks: [], step: "patch", why: "the same values are valid" },
} as const satisfies Readonly<Record<string, Verdict>>;

export type VerdictName = keyof typeof VERDICTS;

/** A difference in one pair of schemas, before its places in a value are known. */
export interface Finding {
  readonly verdict: VerdictName;
  readonly what: string;
  /** The member of the pair that it is about, when not the pair itself. */
  readonly member?: string;
}
