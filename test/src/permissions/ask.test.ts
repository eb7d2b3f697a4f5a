import { describe, expect, it } from "vitest";
import { AccessTokenError } from "../../../src/index.js";
import { canJoin, canListRooms, canPublish } from "../../../src/permissions.js";

const invalid = (message: string) => new AccessTokenError("INVALID_ARGUMENT", message);

describe("claims that are asked about", () => {
  it("may hold what a token may hold: lone surrogates, any depth, infinite numbers", () => {
    expect(canJoin({ sub: "\ud800", video: { roomJoin: true, room: "\udc00" } }, "\udc00")).toBe(true);
    let deep: unknown = Number.POSITIVE_INFINITY;
    for (let level = 0; level < 200; level++) deep = [deep];
    expect(canListRooms({ video: { roomList: true, unknown: deep } as never })).toBe(true);
  });

  it("may name sources by the numbers of the protocol", () => {
    const video = { canPublishSources: [1] as never };
    expect([canPublish({ video }, "camera"), canPublish({ video }, "microphone")]).toEqual([true, false]);
  });

  it("are refused with the name of the claim that is no JSON", () => {
    const message =
      "the claims cannot be read: video must be JSON; got a Date: write a time as a number of seconds since 1970, Math.floor(date.getTime() / 1000)";
    expect(() => canListRooms({ video: new Date() as never })).toThrow(invalid(message));
    // A fault after a lone surrogate, which is none.
    expect(() => canListRooms({ video: { room: "\ud800", when: new Date() } as never })).toThrow(invalid(message));
  });

  it("are refused when reading them throws", () => {
    const claims = {
      get video(): never {
        throw new Error("no");
      },
    };
    expect(() => canListRooms(claims)).toThrow(
      invalid("the claims cannot be read: a getter or proxy threw an error; pass plain data"),
    );
  });
});
