/** The last second before the year 10000, since 1970: the latest time that other languages can write, and that is signed. */
export const LAST_MOMENT = 253_402_300_799;
