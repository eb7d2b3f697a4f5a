/** The command cannot do what it was asked. The message names the option at fault, and never holds its value. */
export class UsageError extends Error {}

UsageError.prototype.name = "UsageError";
