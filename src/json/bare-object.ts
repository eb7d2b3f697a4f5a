import type { Json } from "./is-object.js";

/**
 * Creates objects that inherit nothing, not even what somebody put on Object.prototype. They are as fast as literals, whereas
 * V8 keeps those of Object.create(null) as slower dictionaries.
 */
export const BareObject = /* @__PURE__ */ (() => {
  function Bare(): void {}
  Bare.prototype = Object.freeze(Object.create(null));
  return Bare as unknown as new () => Json;
})();
