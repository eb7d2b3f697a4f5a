import { Engine, serveRequests } from "./engine.js";
import { startPage } from "./start.js";

// The page runs this script, and so does its worker, which has no document.
if (typeof document === "undefined") serveRequests();
else {
  const script = document.currentScript?.textContent ?? "";
  startPage({ inspector: new Engine(script), minter: new Engine(script) });
}
