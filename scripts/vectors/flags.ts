/** The meanings of the flags of vectors, which each file has as `notes`. */
export const FLAGS = {
  NeedsClock: "The result is for the time `clock` with the tolerance `leeway`. Skip it if the verifier takes no time.",
  NeedsLimit:
    "The verifier must reject tokens longer than `maxTokenBytes`. Skip it if the verifier has no such option.",
  SeveralKeys:
    "The verifier knows the secrets of several API keys: those of `keys`. Skip it if the verifier takes only one key.",
  WrongType: "Derived from the schemas: valid except for the JSON type of one member, for each member and type.",
  Forged: "Can be made without the secret. Accepting it is a vulnerability.",
  CaseDiffers:
    "Has a member whose name differs from a known one only in case. Parsers that ignore case read other claims.",
  Duplicate:
    "Has a repeated member. The last one counts, as in most JSON parsers. A strict parser may reject the token.",
} as const;

export type Flag = keyof typeof FLAGS;
