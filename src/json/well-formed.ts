/** Matches a lone surrogate: in Unicode mode a pair is one character. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** The method of String, which is faster. Hermes lacks it. */
const native = (String.prototype as { isWellFormed?(): boolean }).isWellFormed;

/** Returns whether a string has no lone surrogate. */
export const isWellFormed = (text: string): boolean => native?.call(text) ?? text.search(LONE_SURROGATE) < 0;

/** Returns a string with each lone surrogate replaced by U+FFFD. */
export const toWellFormed = (text: string): string => text.replace(LONE_SURROGATE, "\ufffd");
