import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../scripts/model/json-schema.js";
import { load } from "../../../scripts/model/load.js";
import { type Model, mapSchemas } from "../../../scripts/model/model.js";
import { SchemaError } from "../../../scripts/model/schema-error.js";
import { parseTsv } from "../../../scripts/model/tsv.js";
import { stripAnnotations } from "../../../scripts/normalize/rules.js";
import { copySchemas, edit, SCHEMA } from "../../support/copies.js";

const memberOf = ({ defs }: Model, object: string, member: string): JsonSchema =>
  defs.get(object)?.schema.properties?.[member] as JsonSchema;

describe("loading joins the history", () => {
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

  it("has the release of every member but the registered claims, and of each value of the imported enums", async () => {
    const { defs } = await load(SCHEMA);
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

  it("has values of the claims' enums by their names there, but for those older than the first release", async () => {
    const { defs } = await load(SCHEMA);
    expect(defs.get("ParticipantKind")?.schema["x-values-since"]).toEqual({ connector: "1.42.2", bridge: "1.44.0" });
    expect(defs.get("TrackSource")?.schema).not.toHaveProperty("x-values-since");
  });

  it("gives a member that no release has none", async () => {
    const folder = await copySchemas();
    await edit(join(folder, "video-grants.schema.json"), "/properties/canWhisper", {
      type: "boolean",
      description: "d",
    });
    expect(memberOf(await load(folder), "VideoGrants", "canWhisper")).toEqual({ type: "boolean", description: "d" });
  });

  it("changes nothing that a validator acts on", async () => {
    const model = await load(SCHEMA);
    const schema = mapSchemas(model, (def) => stripAnnotations(def.schema)).defs.get("ParticipantKind")?.schema;
    expect(schema).toEqual({ type: "string", enum: model.defs.get("ParticipantKind")?.schema.enum });
  });

  it("has the protocol of each server, oldest first", async () => {
    const { servers } = await load(SCHEMA);
    expect(servers.get("1.9.11")).toBe("1.43.5-0.20260114074149");
    expect([...servers.keys()][0]).toBe("1.0.0");
  });
});

describe("a table that is not as it must be is told with its line", () => {
  const GRANTS = "protocol/grants-since.tsv";
  const SERVERS = "protocol/servers.tsv";

  it.each([
    [GRANTS, "path\ttype", "path\tkind", "the columns must be path, type, since, removed"],
    [GRANTS, "agent\tobject\t1.36.0\t", "agent\tobject\t1.36.0", "needs 4 columns; has 3"],
    [GRANTS, "agent\tobject\t1.36.0", "agent\tobject\tv1.36", '"v1.36" is no version'],
    [GRANTS, "\t1.44.1\t1.45.2", "\t1.44.1\tsoon", '"soon" is no version'],
    [GRANTS, "agentEndpoint\tobject", "agent\tobject", "agent is there already"],
    [SERVERS, "1.0.0\t0.13", "1.0\t0.13", '"1.0" is no version'],
    [SERVERS, "1.3.0\t1.2.1", "1.3.0\t1.2", '"1.2" is no version'],
  ])("%s with %j as %j", async (file, before, after, problem) => {
    const folder = await copySchemas();
    const text = await readFile(join(folder, file), "utf8");
    expect(text).toContain(before);
    await writeFile(join(folder, file), text.replace(before, after));
    const line = text.slice(0, text.indexOf(before)).split("\n").length;
    await expect(load(folder)).rejects.toThrow(new SchemaError(file, "", `line ${line}: ${problem}`));
  });

  it("and so is one without columns", () => {
    expect(() => parseTsv("# nothing\n", SERVERS, ["server"])).toThrow(
      new SchemaError(SERVERS, "", "has no line that names the columns"),
    );
  });

  it("and a history that is missing", async () => {
    const folder = await copySchemas();
    await rm(join(folder, "protocol/history.json"));
    const problem = 'is missing; run "npm run protocol:history"';
    await expect(load(folder)).rejects.toThrow(new SchemaError("protocol/history.json", "", problem));
  });
});
