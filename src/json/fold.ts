// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII.
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Folds the case of a name as Go's encoding/json does when it compares names: simple case folding, one character to
 * one.
 */
export function foldCase(name: string): string {
  // Nearly every name is ASCII, and lint folds each of a large token.
  if (ASCII.test(name)) return name.toLowerCase();
  return Array.from(name, (character) => {
    const upper = character.toUpperCase();
    return (upper.length === character.length ? upper : character).toLowerCase();
  }).join("");
}

/** Removes case, underscores and dashes from a name: the same for "canPublish", "can_publish" and "CAN-PUBLISH". */
export function foldName(name: string): string {
  return foldCase(name).replaceAll(/[_-]/g, "");
}
