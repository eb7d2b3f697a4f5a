import { type ArgumentsHost, Catch } from "@nestjs/common";
import { BaseExceptionFilter } from "@nestjs/core";
import type { Response } from "express";
import { AccessTokenError } from "livekit-claims";

/** Answers 400 with the issues to a token request that is invalid. */
@Catch()
export class TokenRequestFilter extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    if (!AccessTokenError.is(error) || error.code !== "INVALID_REQUEST") {
      super.catch(error, host);
      return;
    }
    host.switchToHttp().getResponse<Response>().status(400).json({ code: error.code, issues: error.issues });
  }
}
