/**
 * Returns a function that shows progress on one line of a terminal and clears the line at the end. It prints nothing
 * when standard error is not a terminal.
 */
export function progressOnTerminal(what: string): (done: number, all: number) => void {
  return (done, all) => {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r\x1b[K${done < all ? `${what}: ${done} of ${all}` : ""}`);
  };
}
