/** One thing that the holder may do, or may not: a sentence that starts with "may" or "may not". */
export interface Permission {
  readonly may: boolean;
  readonly what: string;
}

/** Returns the schema's description of what a member permits. The title is that of the schema with the member. */
export type Describe = (title: string, member: string) => string;

export function may(what: string): Permission {
  return { may: true, what };
}

export function mayNot(what: string): Permission {
  return { may: false, what };
}

export function quoted(name: string): string {
  return JSON.stringify(name);
}

/** As in "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
