/**
 * Runs a command until its end or that of our standard input, whichever comes first. The input is a pipe that the
 * starting process holds open: however that process ends, SIGKILL included, the command and its children end with it.
 * They are killed at once: nothing that is tethered has anything to save.
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

/** The status with which a tethered program that is not installed ends. */
export const NOT_FOUND = 127;

/**
 * A command that does another and does not outlive the process that starts it. Spawn it with `stdin` a pipe, and
 * `detached`: its process group is what gets killed, and a terminal's Ctrl-C is for the starting process to act on.
 */
export function tethered(command: readonly string[]): [program: string, ...args: string[]] {
  return ["sh", "-c", TETHER, "sh", ...command];
}
