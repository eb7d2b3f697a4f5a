import { shapes } from "../../generated/shapes.js";
import { isObject, type Json } from "../json/is-object.js";
import { decodePart, parseJson, parseObject } from "./decode-part.js";

/** Members that say that an answer is an error, when none of its members is a claim. */
const ERROR_MEMBERS = ["error", "message", "msg", "detail", "code", "status", "statusCode"];

/** Claims in text: JSON, JSON in a JSON string, what decoders print, or the middle part of a token alone. */
export function claimsIn(text: string): Json | "error" | undefined {
  if (text.startsWith("{")) return fromObject(parseObject(text));
  if (text.startsWith('"')) {
    const inner = parseJson(text);
    return typeof inner === "string" ? fromObject(parseObject(inner)) : undefined;
  }
  if (text.startsWith("[")) {
    const list = parseJson(text);
    if (Array.isArray(list) && list.length === 1 && isObject(list[0])) return fromObject(list[0]);
    return undefined;
  }
  const payload = /^e[\w-]+$/.test(text) ? decodePart(text) : undefined;
  return payload !== undefined && hasClaim(payload) ? payload : undefined;
}

function fromObject(object: Json | undefined): Json | "error" | undefined {
  if (object === undefined || Object.keys(object).length === 0) return undefined;
  if (!hasClaim(object)) {
    // jwt.io, jose and others print both parts.
    const inner = object.payload ?? object.claims ?? object.body;
    if (isObject(inner)) return inner;
    if (ERROR_MEMBERS.some((name) => Object.hasOwn(object, name))) return "error";
  }
  return object;
}

/** Whether an object has a claim that the schema knows. */
export function hasClaim(object: Json): boolean {
  return Object.keys(object).some(isClaim);
}

/** Whether the schema knows a claim of this name. */
export function isClaim(name: string): boolean {
  return Object.hasOwn(shapes.Claims ?? {}, name);
}
