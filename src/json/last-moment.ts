/**
 * The last second before the year 10000, in seconds since 1970. No later time is signed, because other languages cannot write
 * it.
 */
export const LAST_MOMENT = 253_402_300_799;
