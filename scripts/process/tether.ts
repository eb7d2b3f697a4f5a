/**
 * Runs a command until it ends or until standard input closes. Standard input is a pipe that the starting process
 * keeps open, so the command and its children end when that process ends, even by SIGKILL. They are killed without
 * warning, since tethered commands have nothing to save.
 */
const TETHER = `
exec 3<&0
"$@" </dev/null 3<&- &
command=$!
{ read -r _ <&3; kill -KILL "$command"; } &
watch=$!
wait "$command"
status=$?
[ "$status" -eq 137 ] && kill -KILL 0
kill "$watch"
exit "$status"
`;

/** The exit status of `sh` when a program is not installed. */
export const NOT_FOUND = 127;

/**
 * Returns a command that runs another one and ends with the process that starts it. Spawn it with a pipe as `stdin`,
 * and with `detached`: the process group is what is killed, and Ctrl-C in a terminal reaches only the starting
 * process.
 */
export function tethered(command: readonly string[]): [program: string, ...args: string[]] {
  return ["sh", "-c", TETHER, "sh", ...command];
}
