import { IndentationText, Project, type SourceFile } from "ts-morph";

/**
 * Creates an empty file for ts-morph to write to. It indents while writing: formatting afterwards takes several
 * times as long.
 */
export function createSourceFile(path: string): SourceFile {
  const manipulationSettings = { indentationText: IndentationText.TwoSpaces };
  return new Project({ useInMemoryFileSystem: true, manipulationSettings }).createSourceFile(path);
}
