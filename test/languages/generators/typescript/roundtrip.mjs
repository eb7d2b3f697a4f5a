// Decodes each line and encodes it again. The types have no effect at run time.

let rest = "";
for await (const chunk of process.stdin.setEncoding("utf8")) {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  for (const line of lines) process.stdout.write(`${JSON.stringify({ ok: JSON.parse(line) })}\n`);
}
