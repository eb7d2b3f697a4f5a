import type { CommandSpec, Given } from "./args/command-spec.js";
import { COMMANDS, type CommandName } from "./commands.js";
import type { ExitCode, Io } from "./terminal/io.js";

/** Runs a command. */
export type Action<Spec extends CommandSpec> = (given: Given<Spec>, io: Io) => Promise<ExitCode>;

/** Loads the code of each command: a command starts without that of the others. */
export const ACTIONS: { readonly [Name in CommandName]: () => Promise<Action<(typeof COMMANDS)[Name]>> } = {
  mint: async () => (await import("./commands/mint/action.js")).mint,
  verify: async () => (await import("./commands/verify/action.js")).verify,
  inspect: async () => (await import("./commands/inspect/action.js")).inspect,
  lint: async () => (await import("./commands/lint/action.js")).lint,
  schema: async () => (await import("./commands/schema/action.js")).schema,
  diff: async () => (await import("./commands/diff/action.js")).diff,
  targets: async () => (await import("./commands/targets/action.js")).targets,
  completion: async () => {
    const { completion } = await import("./commands/completion/action.js");
    return (given, io) => completion(given, io, COMMANDS);
  },
};
