import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../scripts/model/json-schema.js";
import { load } from "../../../scripts/model/load.js";
import { heldByTokens, type Model, mapSchemas } from "../../../scripts/model/model.js";
import { SchemaError } from "../../../scripts/model/schema-error.js";
import { stripAnnotations } from "../../../scripts/normalize/rules.js";
import { copySchemas, edit, SCHEMA } from "../../support/copies.js";

const memberOf = ({ defs }: Model, object: string, member: string): JsonSchema =>
  defs.get(object)?.schema.properties?.[member] as JsonSchema;

describe("joinHistory", () => {
  it.each([
    ["RoomConfiguration", "tags", "1.45.2"],
    ["S3Upload", "assumeRoleArn", "1.40.0"],
    ["Claims", "roomConfig", "1.27.0"],
    ["VideoGrants", "canManageAgentSession", "1.46.0"],
    ["SIPGrants", "call", "1.19.0"],
    ["AgentGrants", "dispatchAdmin", "1.52.0"],
    ["Claims", "iat", undefined],
  ])("%s.%s since %s", async (object, member, since) => {
    expect(memberOf(await load(SCHEMA), object, member)["x-since"]).toBe(since);
  });

  it("adds the release of every member except registered claims, and of each value of imported enums", async () => {
    const { defs } = heldByTokens(await load(SCHEMA));
    const without = [...defs.values()].flatMap(({ name, schema }) =>
      Object.entries(schema.properties ?? {}).flatMap(([member, part]) =>
        (part as JsonSchema)["x-since"] === undefined ? [`${name}.${member}`] : [],
      ),
    );
    expect(without.sort()).toEqual(["exp", "iat", "iss", "jti", "nbf", "sub"].map((claim) => `Claims.${claim}`));
    for (const { origin, schema } of defs.values()) {
      const since = schema["x-values-since"];
      if (origin === "protocol" && schema.enum) expect(Object.keys(since as object)).toEqual(schema.enum);
    }
  });

  it("adds the release of values of the claims' enums, by their names in the protocol", async () => {
    const { defs } = await load(SCHEMA);
    const sinces = (name: string) => defs.get(name)?.schema["x-values-since"];
    expect(sinces("ParticipantKind")).toMatchObject({ agent: "1.9.4", connector: "1.42.1", bridge: "1.44.0" });
    expect(sinces("TrackSource")).toMatchObject({ camera: "0.9.9", screen_share_audio: "0.10.1" });
  });

  it("adds no release to a member that no release has", async () => {
    const folder = await copySchemas();
    await edit(join(folder, "video-grants.schema.json"), "/properties/canWhisper", {
      type: "boolean",
      description: "d",
    });
    expect(memberOf(await load(folder), "VideoGrants", "canWhisper")).toEqual({ type: "boolean", description: "d" });
  });

  it("changes only annotations", async () => {
    const model = await load(SCHEMA);
    const schema = mapSchemas(model, (def) => stripAnnotations(def.schema)).defs.get("ParticipantKind")?.schema;
    expect(schema).toEqual({ type: "string", enum: model.defs.get("ParticipantKind")?.schema.enum });
  });

  it("adds the protocol of each server, oldest first", async () => {
    const { servers } = await load(SCHEMA);
    expect(servers.get("1.9.11")).toBe("1.43.5-0.20260114074149");
    expect([...servers.keys()][0]).toBe("1.0.0");
  });
});

describe("joinHistory rejects the known releases", () => {
  it.each([
    ['"1.0.0": {', '"1.0": {', "/servers/1.0", '"1.0" is not a version'],
    ['"protocol": "1.2.1"', '"protocol": "1.2"', "/servers/1.3.0", '"1.2" is not a version'],
    ['"servers"', '"server"', "/servers", "must be an object"],
  ])("with %s as %s among the servers", async (before, after, pointer, problem) => {
    const folder = await copySchemas();
    const file = "protocol/servers.json";
    const text = await readFile(join(folder, file), "utf8");
    expect(text).toContain(before);
    await writeFile(join(folder, file), text.replace(before, after));
    await expect(load(folder)).rejects.toThrow(new SchemaError(file, pointer, problem));
  });

  it.each(["protocol/history.json", "protocol/servers.json"])("without %s", async (file) => {
    const folder = await copySchemas();
    await rm(join(folder, file));
    const problem = "is missing; restore it from the repository";
    await expect(load(folder)).rejects.toThrow(new SchemaError(file, "", problem));
  });
});
