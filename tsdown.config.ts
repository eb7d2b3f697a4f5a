import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts", "jws/node": "src/jws/node.ts", "jws/web": "src/jws/web.ts" },
  format: "esm",
  platform: "neutral",
  target: "es2022",
  // Resolved in the reader's runtime, by "imports" of package.json.
  external: ["#jws", /^node:/],
  dts: true,
  sourcemap: false,
  outputOptions: { chunkFileNames: "[name].js" },
});
