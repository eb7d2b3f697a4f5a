/** A name as Go's encoding/json compares names: by simple case folding, which turns no character into two. */
export function foldCase(name: string): string {
  return Array.from(name, (character) => {
    const upper = character.toUpperCase();
    return (upper.length === character.length ? upper : character).toLowerCase();
  }).join("");
}

/** A name without its case, underscores and dashes: the same for "canPublish", "can_publish" and "CAN-PUBLISH". */
export function foldName(name: string): string {
  return foldCase(name).replaceAll(/[_-]/g, "");
}
