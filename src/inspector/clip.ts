/** Cuts a text that is too long to be shown, and says how much there is of it. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
