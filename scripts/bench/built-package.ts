// Types are those of the source, so that type checks need no build.
const entry: string = "livekit-claims";

/** The built package. */
export const ours = (await import(entry)) as typeof import("../../src/index.js");
