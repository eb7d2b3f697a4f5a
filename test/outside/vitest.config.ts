import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const runtime = (name: "node" | "web") => ({
  resolve: { alias: { "#jws": fileURLToPath(new URL(`../../src/jws/${name}.ts`, import.meta.url)) } },
  test: { name, include: ["test/outside/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});

export default defineConfig({ test: { projects: [runtime("node"), runtime("web")] } });
