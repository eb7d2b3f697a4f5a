import { readFileSync } from "node:fs";
import type { Words } from "./release.js";

/**
 * Fills a file of templates/ in.
 *
 * @throws Error when it asks for a word that is not there
 */
export function fillTemplate(file: string, words: Words): string {
  return fill(readFileSync(new URL(`./templates/${file}`, import.meta.url), "utf8"), words, file);
}

/** Puts words in place of their names in double braces. */
export function fill(text: string, words: Words, where: string): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`${where} asks for {{${name}}}, which there is not`);
    return word;
  });
}
