/** Throws unless two JSON values are equal. The order of members does not matter. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [got, wanted] = [canonical(actual), canonical(expected)];
  if (got !== wanted) throw new Error(`${what}: expected ${cut(wanted)}, got ${cut(got)}`);
}

export function expectTrue(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected: ${what}`);
}

interface Failure {
  readonly code?: unknown;
  readonly issues?: readonly { readonly pointer: string }[];
  readonly message?: unknown;
}

/** Returns the value that a call throws or a promise rejects with. */
export async function failureOf(attempt: () => unknown): Promise<Failure> {
  try {
    await attempt();
  } catch (error) {
    return error as Failure;
  }
  throw new Error("expected an error, but nothing was thrown");
}

export async function expectCode(attempt: () => unknown, code: string): Promise<void> {
  const failure = await failureOf(attempt);
  expectEqual(failure.code ?? failure.message, code, "code");
}

function canonical(value: unknown): string {
  return String(
    JSON.stringify(value, (_, member) => {
      if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
      return Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1));
    }),
  );
}

function cut(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
