/** A value to validate. */
export interface Instance {
  /** The JSON text. Parsing would lose spellings of numbers and duplicate names. */
  readonly text: string;
  /** Whether minting must accept the value, if known. */
  readonly valid?: true;
}

export const instance = (value: unknown): Instance => ({ text: JSON.stringify(value) });
