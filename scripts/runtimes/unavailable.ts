/** What a suite needs cannot be had here. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}

/**
 * Runs a test, or skips it where what it needs cannot be had: loudly on a developer's machine, and not at all under CI,
 * where that is a failure.
 */
export async function unlessUnavailable<T>(skip: (note: string) => never, test: () => Promise<T>): Promise<T> {
  try {
    return await test();
  } catch (error) {
    if (!(error instanceof Unavailable) || process.env.CI) throw error;
    console.warn(`\n  SKIPPED, and a failure under CI: ${error.message}\n`);
    return skip(error.message);
  }
}
