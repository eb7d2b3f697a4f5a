import { expect, it } from "vitest";
import type { SchemaNode } from "../../../src/inspector/claims-schema.js";
import { fieldsOf } from "../../../src/inspector/form-fields.js";
import { CLAIMS_SCHEMA } from "../../support/claims-schema.js";

/** Every object of the schema, the claims among them. */
const OBJECTS: [string, SchemaNode][] = [
  ["Claims", CLAIMS_SCHEMA],
  ...Object.entries(CLAIMS_SCHEMA.$defs).filter(([, node]) => node.properties !== undefined),
];

it.each(OBJECTS)("every member of %s has a field", (_, node) => {
  expect(fieldsOf(node, CLAIMS_SCHEMA).map(({ name }) => name)).toEqual(Object.keys(node.properties ?? {}));
});

const controlAt = (title: string, name: string) => {
  const node = OBJECTS.find(([other]) => other === title)?.[1] ?? {};
  return fieldsOf(node, CLAIMS_SCHEMA).find((field) => field.name === name)?.control;
};

it.each([
  ["VideoGrants", "roomJoin", { kind: "box", checked: false }],
  ["VideoGrants", "canPublish", { kind: "box", checked: true }],
  ["VideoGrants", "canPublishData", { kind: "box", checked: false, follows: "canPublish" }],
  ["VideoGrants", "room", { kind: "text" }],
  ["VideoGrants", "canPublishSources", { kind: "choices" }],
  ["Claims", "exp", { kind: "time" }],
  ["Claims", "kind", { kind: "choice" }],
  ["Claims", "attributes", { kind: "pairs" }],
  ["Claims", "video", { kind: "group" }],
  ["Claims", "roomConfig", { kind: "group" }],
  ["AgentThreadGrants", "threadIds", { kind: "lines" }],
  ["RoomConfiguration", "agents", { kind: "list" }],
  ["RoomConfiguration", "emptyTimeout", { kind: "number" }],
])("%s.%s is edited by %j", (title, name, control) => {
  expect(controlAt(title, name)).toMatchObject(control);
});
