import { defineConfig } from "vite";

const { TARGET } = process.env;
const entry = `../${TARGET}.js`;
const output = { entryFileNames: "app.js" };
const conditions = ["workerd", "worker", "browser"];

/** A page is Vite's own case; what runs elsewhere is "ssr" to it, here with all dependencies inside. */
export default defineConfig({
  logLevel: "warn",
  build: {
    target: "es2022",
    outDir: TARGET,
    minify: true,
    ...(TARGET === "browser" ? {} : { ssr: entry }),
    rollupOptions: { input: entry, output },
  },
  ssr: {
    noExternal: true,
    ...(TARGET === "worker" ? { target: "webworker", resolve: { conditions } } : { target: "node" }),
  },
});
