/**
 * Replaces the text between `<!-- name -->` and `<!-- /name -->` in a page that is otherwise written by hand.
 *
 * @throws Error when the page has no such markers
 */
export function replaceSection(page: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no section "${name}": add ${start} and, after it, ${end}`);
  return `${page.slice(0, from + start.length)}\n\n${content.trim()}\n\n${page.slice(to)}`;
}
