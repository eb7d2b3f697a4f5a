import { shapes } from "../../generated/shapes.js";
import { isObject, type Json } from "../json/is-object.js";
import { decodePart, parseJson, parseObject } from "./decode-part.js";

/** Members that say that an answer is an error, when none of its members is a claim. */
const ERROR_MEMBERS = ["error", "message", "msg", "detail", "code", "status", "statusCode"];

/** Finds claims as the whole of a text: JSON, JSON in a JSON string, or what decoders print as JSON. */
export function claimsIn(text: string): Json | "error" | undefined {
  if (text.startsWith("{")) return fromObject(parseObject(text));
  const inner = text.startsWith('"') ? parseJson(text) : undefined;
  return typeof inner === "string" ? fromObject(parseObject(inner)) : undefined;
}

/** Finds claims in a text that holds no token: in a list, in the output of a decoder, or as the middle part of a token alone. */
export function claimsInside(text: string): Json | undefined {
  if (!text.startsWith("[")) return claimsPart(text) ?? embeddedClaims(text);
  const list = parseJson(text);
  const claims = Array.isArray(list) && list.length === 1 && isObject(list[0]) ? fromObject(list[0]) : undefined;
  return claims === "error" ? undefined : claims;
}

/** The middle part of a token alone. */
function claimsPart(text: string): Json | undefined {
  const payload = /^e[\w-]+$/.test(text) ? decodePart(text) : undefined;
  return payload !== undefined && hasClaim(payload) ? payload : undefined;
}

/** The last object in the output of a decoder, below a title. */
function embeddedClaims(text: string): Json | undefined {
  const line = text.lastIndexOf("\n{");
  const start = line >= 0 ? line : text.lastIndexOf(": {");
  const object = start < 0 ? undefined : parseObject(text.slice(text.indexOf("{", start), text.lastIndexOf("}") + 1));
  return object !== undefined && hasClaim(object) ? object : undefined;
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
