import * as fc from "fast-check";
import { enums, type MemberShape, shapes } from "../../generated/shapes.js";
import { snakeCase } from "../../src/room-config/snake-case.js";
import { claimsBundle } from "../support/arbitrary-claims.js";

const ENUMS: Readonly<Record<string, Readonly<Record<string, number>>>> = enums;

const texts = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom("", "a", "\ud83d\ude00"));
const numbers = fc.constantFrom(0, 1, 60, 4_294_967_295);
const invalid = fc.constantFrom<unknown>(null, -1, 0.5, 1e20, "1e2", "1.0", " 1", "", true, [], {}, "NOPE");

/** Invalid values of enums. Unknown numbers are left out: Go and protobuf-es keep them, and this library drops them. */
const invalidEnums = fc.constantFrom<unknown>(null, "NOPE", "", true, [], {});

/**
 * Room configurations in any spelling of protobuf JSON: both kinds of names, numbers as strings, enums as numbers,
 * nulls and unknown members, with a few values of a wrong type.
 */
export const roomConfigs: fc.Arbitrary<unknown> = fc
  .gen()
  .map((generate) => messageOf("RoomConfiguration", 0, (arbitrary) => generate(() => arbitrary)));

interface Known extends MemberShape {
  readonly isBoolean: boolean;
}

/** The table of shapes does not distinguish scalars, so the bundle is consulted. */
function isBoolean(message: string, member: string): boolean {
  return claimsBundle.$defs?.[message]?.properties?.[member]?.type === "boolean";
}

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

const rarely = fc.nat({ max: 30 }).map((number) => number === 30);
const sometimes = fc.nat({ max: 4 }).map((number) => number === 4);

function messageOf(name: string, depth: number, draw: Draw): Record<string, unknown> {
  const shape = shapes[name] ?? {};
  const message: Record<string, unknown> = {};
  for (const [member, memberShape] of Object.entries(shape)) {
    if (!draw(sometimes)) continue;
    const spelling = draw(fc.boolean()) ? member : (memberShape.proto ?? snakeCase(member));
    message[spelling] = draw(rarely)
      ? draw(memberShape.kind === "enum" ? invalidEnums : invalid)
      : memberOf({ ...memberShape, isBoolean: isBoolean(name, member) }, depth, draw);
  }
  if (draw(rarely)) message.unknownMember = draw(invalid);
  return message;
}

function memberOf(shape: Known, depth: number, draw: Draw): unknown {
  if (shape.many === "list") return draw(fc.boolean()) ? [] : [valueIn(shape, depth, draw)];
  if (shape.many === "map") return { [draw(texts)]: valueIn(shape, depth, draw) };
  return valueIn(shape, depth, draw);
}

function valueIn({ of, kind, isBoolean }: Known, depth: number, draw: Draw): unknown {
  if (kind === "enum") {
    const values = ENUMS[of as string] ?? {};
    const name = draw(fc.constantFrom(...Object.keys(values)));
    return draw(fc.boolean()) ? name : values[name];
  }
  if (of !== undefined) return depth > 6 ? {} : messageOf(of, depth + 1, draw);
  if (kind === "number") {
    const number = draw(numbers);
    return draw(sometimes) ? String(number) : number;
  }
  return isBoolean ? draw(fc.boolean()) : draw(texts);
}
