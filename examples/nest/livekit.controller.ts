import {
  Body,
  Controller,
  Header,
  Headers,
  HttpCode,
  HttpException,
  Inject,
  Post,
  Req,
  UnsupportedMediaTypeException,
  UseGuards,
} from "@nestjs/common";
import { parseTokenRequest, type TokenResponseBody, tokenResponse } from "livekit-claims/endpoint";
import { authorize, isRefusal } from "./livekit/authorize.ts";
import type { LiveKit } from "./livekit/livekit.ts";
import { userOf } from "./livekit/session.ts";
import { LIVEKIT } from "./livekit.token.ts";
import { type GuardedRequest, ModeratorGuard } from "./moderator.guard.ts";

@Controller()
export class LiveKitController {
  constructor(@Inject(LIVEKIT) private readonly livekit: LiveKit) {}

  @Post("token")
  @HttpCode(201)
  @Header("Cache-Control", "no-store")
  async token(
    @Body() body: unknown,
    @Headers("authorization") authorization: string | undefined,
  ): Promise<TokenResponseBody> {
    // The parser leaves the body undefined when the Content-Type is another one.
    if (body === undefined) throw new UnsupportedMediaTypeException("send the Content-Type application/json");
    const decision = authorize(parseTokenRequest(body), userOf(authorization));
    if (isRefusal(decision)) throw new HttpException({ error: decision.error }, decision.status);
    const { serverUrl, token } = this.livekit;
    return tokenResponse({ serverUrl, token }, decision);
  }

  @Post("webhook")
  @HttpCode(200)
  async webhook(
    @Body() bytes: Buffer,
    @Headers("authorization") authorization: string | undefined,
  ): Promise<{ readonly handled: boolean }> {
    const { status, body } = await this.livekit.webhooks.receive(bytes, authorization);
    if ("error" in body) throw new HttpException(body, status);
    return body;
  }

  @Post("rooms/:room/announcements")
  @HttpCode(200)
  @UseGuards(ModeratorGuard)
  announce(@Req() { claims }: GuardedRequest): { announcedBy: string } {
    return { announcedBy: claims.sub };
  }
}
