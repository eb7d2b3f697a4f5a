/** A line of a .env file: a name, and a value in quotes or up to a comment. */
const LINE =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\r\n#]*))/gm;

/** Reads a .env file, as Docker, dotenv and `node --env-file` do. Of a name that is there twice the last value counts. */
export function parseEnvFile(text: string): Readonly<Record<string, string>> {
  const entries = Array.from(text.matchAll(LINE), ([, name = "", double, single, backtick, bare]) => {
    const value = double?.replaceAll("\\n", "\n").replaceAll('\\"', '"') ?? single ?? backtick ?? bare?.trim() ?? "";
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}
