import { IndentationText, Project, type SourceFile } from "ts-morph";

/** An empty file for ts-morph to write into. It indents as it writes: formatting afterwards takes several times as long. */
export function createSourceFile(path: string): SourceFile {
  const manipulationSettings = { indentationText: IndentationText.TwoSpaces };
  return new Project({ useInMemoryFileSystem: true, manipulationSettings }).createSourceFile(path);
}
