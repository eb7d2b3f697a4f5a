import { type JSDocableNode, Node, Project, type SourceFile } from "ts-morph";
import type { ProtoModel } from "./descriptors.js";

/**
 * The members that a protobuf-es declaration file marks `@deprecated`, as "Message.jsonName".
 *
 * protobuf-es keeps the mark in doc comments only; its run-time descriptions have none. Members of a oneof have no
 * property of their own there but a `{ value, case }` pair, with the comment on `value`.
 */
export function readDeprecations(declarationFile: string, model: ProtoModel): ReadonlySet<string> {
  const project = new Project({ skipLoadingLibFiles: true, skipAddingFilesFromTsConfig: true });
  const source = project.addSourceFileAtPath(declarationFile);
  const deprecated = new Set<string>();
  for (const message of model.messages) {
    for (const name of deprecatedMembers(source, message.name)) deprecated.add(`${message.name}.${name}`);
  }
  return deprecated;
}

function deprecatedMembers(source: SourceFile, message: string): string[] {
  const names: string[] = [];
  for (const property of source.getClassOrThrow(message).getInstanceProperties()) {
    if (!Node.isPropertyDeclaration(property)) continue;
    if (isDeprecated(property)) names.push(property.getName());
    const type = property.getTypeNode();
    const cases = Node.isUnionTypeNode(type) ? type.getTypeNodes() : [type];
    for (const literal of cases) {
      if (!Node.isTypeLiteral(literal)) continue;
      const value = literal.getProperty("value");
      const name = literal.getProperty("case")?.getTypeNode()?.getText();
      if (value && name && isDeprecated(value)) names.push(JSON.parse(name));
    }
  }
  return names;
}

function isDeprecated(node: JSDocableNode): boolean {
  return node.getJsDocs().some((doc) => doc.getTags().some((tag) => tag.getTagName() === "deprecated"));
}
