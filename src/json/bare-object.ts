import type { Json } from "./is-object.js";

/**
 * Makes objects that inherit nothing, not even what somebody put on Object.prototype. As fast as a literal, while V8 keeps
 * those of Object.create(null) as slower dictionaries.
 */
export const BareObject = /* @__PURE__ */ (() => {
  function Bare(): void {}
  Bare.prototype = Object.freeze(Object.create(null));
  return Bare as unknown as new () => Json;
})();
