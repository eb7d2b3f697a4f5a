/** What a vector's flags mean, which stands as `notes` in each file. */
export const FLAGS = {
  NeedsClock: "The verdict holds at `clock` with `leeway` only; skip it where the verifier cannot be told the time.",
  NeedsLimit: "The verifier is to refuse tokens over `maxTokenBytes`; skip it where it has no such option.",
  SeveralKeys: "The verifier knows the secrets of several API keys, those of `keys`; skip it where it knows only one.",
  WrongType: "Follows from the schemas: a sound token but for the JSON type of one member, for each member and type.",
  Forged: "Can be made without the secret. To accept it is a vulnerability.",
  CaseDiffers:
    "Has a member whose name differs from a known one in case only. Parsers that ignore case read another token.",
  Duplicate: "Has a member twice. The last one counts, as for most JSON parsers; a strict parser may refuse the token.",
} as const;

export type Flag = keyof typeof FLAGS;
