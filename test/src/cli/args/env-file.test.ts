import { expect, it } from "vitest";
import { parseEnvFile } from "../../../../src/cli/args/env-file.js";

it.each<[string, Record<string, string>]>([
  ["A=1\nB=2\r\nC = 3 \n", { A: "1", B: "2", C: "3" }],
  ["export A=1", { A: "1" }],
  ["A=1 # a comment\n#B=2\n  # C=3", { A: "1" }],
  ["A=\"1 # 2\"\nB='3 # 4'\nC=`5`", { A: "1 # 2", B: "3 # 4", C: "5" }],
  ['A="x\\ny"', { A: "x\ny" }],
  ["A=\nB=2", { A: "", B: "2" }],
  ["A=b=c", { A: "b=c" }],
  ["A=1\nA=2", { A: "2" }],
  ["no line\n", {}],
])("%j has %j", (text, variables) => {
  expect(parseEnvFile(text)).toEqual(variables);
});
