/** Prints how much is done on one line of a terminal, which disappears at the end. Prints nothing elsewhere. */
export function progressOnTerminal(what: string): (done: number, all: number) => void {
  return (done, all) => {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r\x1b[K${done < all ? `${what}: ${done} of ${all}` : ""}`);
  };
}
