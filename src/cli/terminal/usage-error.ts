/** A mistake in how a command was called. The message names the option, and never contains its value. */
export class UsageError extends Error {}

UsageError.prototype.name = "UsageError";
