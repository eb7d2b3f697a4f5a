// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII.
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Folds the case of a name as Go's encoding/json does when it compares names: by simple case folding, which maps one
 * character to one.
 */
export function foldCase(name: string): string {
  // The faster way: nearly every name is ASCII, and lint folds each name of a large token.
  if (ASCII.test(name)) return name.toLowerCase();
  return Array.from(name, (character) => {
    const upper = character.toUpperCase();
    return (upper.length === character.length ? upper : character).toLowerCase();
  }).join("");
}

/**
 * Folds the case of a name and removes underscores and dashes. The result is the same for "canPublish",
 * "can_publish" and "CAN-PUBLISH".
 */
export function foldName(name: string): string {
  return foldCase(name).replaceAll(/[_-]/g, "");
}
