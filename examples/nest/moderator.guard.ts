import { type CanActivate, type ExecutionContext, HttpException, Inject, Injectable } from "@nestjs/common";
import type { Request, Response } from "express";
import type { VerifiedClaims } from "livekit-claims";
import { canAdminRoom } from "livekit-claims/permissions";
import { guard } from "./livekit/guard.ts";
import type { LiveKit } from "./livekit/livekit.ts";
import { LIVEKIT } from "./livekit.token.ts";

/** A request with the claims of its token. */
export type GuardedRequest = Request<{ room: string }> & { claims: VerifiedClaims };

/** Admits the moderators of the room in the path. */
@Injectable()
export class ModeratorGuard implements CanActivate {
  constructor(@Inject(LIVEKIT) private readonly livekit: LiveKit) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const { room } = request.params;
    const guarded = await guard(this.livekit.verifier, request.headers.authorization, (claims) =>
      canAdminRoom(claims, room),
    );
    if ("error" in guarded) {
      context.switchToHttp().getResponse<Response>().set(guarded.headers);
      throw new HttpException({ error: guarded.error }, guarded.status);
    }
    request.claims = guarded.claims;
    return true;
  }
}
