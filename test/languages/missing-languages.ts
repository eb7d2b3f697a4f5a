import type { LanguageSpec } from "../../scripts/languages/language-spec.js";
import { MissingToolchain, toolchainVersions } from "../interop/toolchain.js";

/**
 * Whether a required program of a language is not installed. Prints a warning if so.
 *
 * @throws MissingToolchain in CI
 */
export async function isMissing({ title, needs }: Pick<LanguageSpec, "title" | "needs">): Promise<boolean> {
  try {
    await toolchainVersions(needs);
    return false;
  } catch (error) {
    if (!(error instanceof MissingToolchain) || process.env.CI) throw error;
    console.warn(`SKIPPED, nothing is known about ${title}: ${error.message}`);
    return true;
  }
}
