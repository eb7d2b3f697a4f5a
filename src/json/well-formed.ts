/** Matches a lone surrogate: in Unicode mode a pair is one character. Hermes lacks the methods of String. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** Whether a string has no lone surrogate. */
export const isWellFormed = (text: string): boolean => text.search(LONE_SURROGATE) < 0;

/** Returns a string with each lone surrogate replaced by U+FFFD. */
export const toWellFormed = (text: string): string => text.replace(LONE_SURROGATE, "\ufffd");
