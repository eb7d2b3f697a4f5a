import { Module } from "@nestjs/common";
import { APP_FILTER } from "@nestjs/core";
import { createLiveKit } from "./livekit/livekit.ts";
import { LiveKitController } from "./livekit.controller.ts";
import { LIVEKIT } from "./livekit.token.ts";
import { ModeratorGuard } from "./moderator.guard.ts";
import { TokenRequestFilter } from "./token-request.filter.ts";

@Module({
  controllers: [LiveKitController],
  providers: [
    { provide: LIVEKIT, useFactory: () => createLiveKit(process.env) },
    { provide: APP_FILTER, useClass: TokenRequestFilter },
    ModeratorGuard,
  ],
})
export class AppModule {}
