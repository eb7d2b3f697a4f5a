import "reflect-metadata";
import { NestFactory } from "@nestjs/core";
import type { NestExpressApplication } from "@nestjs/platform-express";
import { AppModule } from "./app.module.ts";

async function start(): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { logger: ["error"] });
  // The bytes of webhooks as they were received. JSON of other types is parsed as usual.
  app.useBodyParser("raw", { type: "application/webhook+json" });
  await app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
  console.log(`ready on ${await app.getUrl()}`);
}

void start();
