import "reflect-metadata";
import { BadRequestException, Controller, Get, Headers, Module, Query, UnauthorizedException } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AccessToken, AccessTokenError, TokenVerifier } from "livekit-claims";

const [key, secret] = ["devkey", "secret-of-at-least-32-characters"];

@Controller()
class TokensController {
  private readonly verifier = TokenVerifier.withApiKey(key, secret);

  @Get("token")
  async mint(@Query("room") room: string): Promise<{ token: string }> {
    const token = AccessToken.withApiKey(key, secret).withIdentity("alice").withGrants({ roomJoin: true, room });
    try {
      return { token: await token.toJwt() };
    } catch (error) {
      if (!(error instanceof AccessTokenError)) throw error;
      throw new BadRequestException({ code: error.code });
    }
  }

  @Get("me")
  async me(@Headers("authorization") authorization = ""): Promise<{ identity: string; room: string }> {
    try {
      const { sub, video } = await this.verifier.verify(authorization.replace(/^Bearer /, ""));
      return { identity: sub, room: video.room };
    } catch (error) {
      if (!(error instanceof AccessTokenError)) throw error;
      throw new UnauthorizedException({ code: error.code });
    }
  }
}

@Module({ controllers: [TokensController] })
class AppModule {}

async function start(): Promise<void> {
  const app = await NestFactory.create(AppModule, { logger: ["error"] });
  await app.listen(0, "127.0.0.1");
  console.log(`ready: ${await app.getUrl()}`);
}

void start();
