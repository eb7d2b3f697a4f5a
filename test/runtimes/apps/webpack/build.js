import { resolve } from "node:path";
import { promisify } from "node:util";
import webpack from "webpack";

const { TARGET } = process.env;
const targets = { node: "node20", browser: ["web", "es2022"], worker: ["webworker", "es2022"] };

const stats = await promisify(webpack)({
  mode: "production",
  target: targets[TARGET],
  entry: resolve("..", `${TARGET}.js`),
  output: { path: resolve(TARGET), filename: "app.js", module: true, library: { type: "module" } },
  experiments: { outputModule: true },
  ...(TARGET === "worker" ? { resolve: { conditionNames: ["workerd", "worker", "..."] } } : {}),
});
if (stats.hasErrors()) throw new Error(stats.toString("errors-warnings"));
