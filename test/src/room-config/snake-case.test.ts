import { expect, it } from "vitest";
import { snakeCase } from "../../../src/room-config/snake-case.js";

it.each([
  ["name", "name"],
  ["emptyTimeout", "empty_timeout"],
  ["customBaseUrl", "custom_base_url"],
  ["s3", "s3"],
])("%s is %s in .proto files", (name, proto) => {
  expect(snakeCase(name)).toBe(proto);
});
