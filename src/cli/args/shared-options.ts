import type { ArgumentSpec, OptionSpec } from "./command-spec.js";

export const API_KEY = {
  value: "KEY",
  help: "the API key",
  env: "LIVEKIT_API_KEY",
} as const satisfies OptionSpec;

export const API_SECRET = {
  value: "SECRET",
  help: "its secret; the variable is safer, because other users can see the command line",
  env: "LIVEKIT_API_SECRET",
} as const satisfies OptionSpec;

export const API_SECRET_FILE = {
  value: "PATH",
  help: "a file with the secret, or - for standard input; a line end after it is ignored",
} as const satisfies OptionSpec;

export const ENV_FILE = {
  value: "PATH",
  help: "a .env file with the variables, which override those of the environment",
} as const satisfies OptionSpec;

export const TARGET = {
  value: "TARGET",
  help: 'a server, "livekit-server@1.9.11", or a release of the protocol, "protocol@1.43.4"',
} as const satisfies OptionSpec;

export const NOW = {
  value: "TIME",
  help: "judge at this time (the Date header of a server's answer, or RFC 3339) instead of the clock of this machine, and report how far that clock is off",
} as const satisfies OptionSpec;

export const TOKEN = {
  help: "the token; read from standard input when it is - or left out",
  optional: true,
} as const satisfies ArgumentSpec;
