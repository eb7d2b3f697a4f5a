import { bundleSizes } from "./bench/bundle-size.js";
for (const s of await bundleSizes(process.cwd())) console.log(JSON.stringify(s));
