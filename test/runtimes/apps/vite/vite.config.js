import { defineConfig } from "vite";

const { TARGET } = process.env;
const entry = `../${TARGET}.js`;
const output = { entryFileNames: "app.js" };
const conditions = ["workerd", "worker", "browser"];

/** Vite builds for pages by default. Other runtimes are "ssr" builds, here with all dependencies bundled. */
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
