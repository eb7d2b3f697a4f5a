/**
 * For npm where it asks a registry: it says what is wrong, also under "npm run --silent", and does not try for minutes when
 * nobody answers.
 */
export const NPM_FLAGS = [
  "--loglevel=error",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=3000",
] as const;
