import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";

const { TARGET } = process.env;
const resolve = {
  node: { exportConditions: ["node"] },
  browser: { browser: true },
  worker: { browser: true, exportConditions: ["workerd", "worker"] },
};

export default {
  input: `../${TARGET}.js`,
  external: /^node:/,
  output: { file: `${TARGET}/app.js`, format: "es" },
  plugins: [nodeResolve(resolve[TARGET]), terser({ module: true })],
};
