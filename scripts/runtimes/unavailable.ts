/** The error for a tool that a suite needs and that is not available here. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}

/**
 * Runs a test, or skips it with a warning when a tool that it needs is unavailable. Under CI the test fails instead.
 */
export async function skipIfUnavailable<T>(skip: (note: string) => never, test: () => Promise<T>): Promise<T> {
  try {
    return await test();
  } catch (error) {
    if (!(error instanceof Unavailable) || process.env.CI) throw error;
    console.warn(`\n  SKIPPED (under CI this test fails): ${error.message}\n`);
    return skip(error.message);
  }
}
