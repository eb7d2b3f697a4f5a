import { isObject, type Json } from "./is-object.js";

/**
 * Returns whether a value is a plain object: neither an array nor an instance of a class, such as a Map or a promise. Plain
 * objects of another realm (a vm context, a frame) are plain too. Throws only what a proxy throws.
 */
export function isPlain(value: unknown): value is Json {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
