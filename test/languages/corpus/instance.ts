/** A value to validate. */
export interface Instance {
  /** Its JSON: some ways to write a number, and a name that stands twice, are lost once it is parsed. */
  readonly text: string;
  /** Whether minting must accept it, where that is known from how it was made. */
  readonly valid?: true;
}

export const instance = (value: unknown): Instance => ({ text: JSON.stringify(value) });
