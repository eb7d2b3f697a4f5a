import { build } from "esbuild";

const { TARGET } = process.env;
const worker = { platform: "neutral", conditions: ["workerd", "worker", "browser"], mainFields: ["module", "main"] };

await build({
  entryPoints: [`../${TARGET}.js`],
  outfile: `${TARGET}/app.js`,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  ...(TARGET === "worker" ? worker : { platform: TARGET }),
});
