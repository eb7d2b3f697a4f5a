/** The content of a link to the page. It is in the fragment, which browsers do not send to servers. */
export interface Shared {
  readonly text: string;
  /** The time to judge at; empty for the clock of whoever opens the link. */
  readonly now: string;
}

/** Longer links are cut by mails and chats. */
export const LONGEST_LINK = 8000;

/** Writes the fragment of a link, with its #; empty when nothing is shared. */
export function toFragment(shared: Shared): string {
  const parameters = new URLSearchParams(Object.entries(shared).filter(([, value]) => value !== ""));
  return parameters.size === 0 ? "" : `#${parameters}`;
}

/** Reads the fragment of a link. */
export function fromFragment(fragment: string): Shared {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  return { text: parameters.get("text") ?? "", now: parameters.get("now") ?? "" };
}
