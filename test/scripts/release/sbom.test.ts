import { describe, expect, it } from "vitest";
import { published, type Sbom } from "../../../scripts/release/sbom.js";

const development = { properties: [{ name: "cdx:npm:package:development", value: "true" }] };
const component = (name: string, more: object = {}) => ({ "bom-ref": name, name, version: "1.0.0", ...more });
const sbom: Sbom = {
  metadata: { component: { "bom-ref": "root" } },
  components: [
    component("runtime"),
    component("of-runtime"),
    component("bundled", development),
    component("scoped", { group: "@scope", ...development }),
    component("tool", development),
  ],
  dependencies: [
    { ref: "root", dependsOn: ["bundled", "runtime", "scoped", "tool"] },
    { ref: "runtime", dependsOn: ["of-runtime"] },
    { ref: "tool", dependsOn: ["bundled"] },
    { ref: "bundled" },
  ],
};

describe("published", () => {
  const { components, dependencies } = published(sbom, ["bundled 1.0.0", "@scope/scoped 1.0.0", "tool 2.0.0"]);

  it("keeps what users install and what is bundled, and drops tools", () => {
    expect(components.map(({ name }) => name)).toEqual(["runtime", "of-runtime", "bundled", "scoped"]);
  });

  it("does not call a bundled package one for development", () => {
    expect(JSON.stringify(components)).not.toContain("development");
  });

  it("keeps only dependencies between what is left", () => {
    expect(dependencies).toEqual([
      { ref: "root", dependsOn: ["bundled", "runtime", "scoped"] },
      { ref: "runtime", dependsOn: ["of-runtime"] },
      { ref: "bundled", dependsOn: [] },
    ]);
  });
});
