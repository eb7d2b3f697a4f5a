import type { Behaviour, Case } from "./case.js";
import { expectCode, expectEqual, expectTrue } from "./expect.js";

/** Keys from the environment. On a runtime without environment variables, fromEnv throws. */
export function environmentCases({ api, environment }: Behaviour): Case[] {
  const { AccessToken, TokenVerifier } = api;
  if (!environment) {
    return [
      {
        name: "fromEnv throws INVALID_ENV without an environment",
        async run() {
          await expectCode(() => AccessToken.fromEnv(), "INVALID_ENV");
          await expectCode(() => TokenVerifier.fromEnv(), "INVALID_ENV");
        },
      },
    ];
  }
  return [
    {
      name: "fromEnv uses the keys of the environment",
      async run() {
        const token = await AccessToken.fromEnv().withIdentity("alice").toJwt();
        const { key, secret } = environment;
        const claims = await TokenVerifier.withApiKey(key, secret).verify(token);
        expectEqual(await TokenVerifier.fromEnv().verify(token), claims, "claims");
      },
    },
  ];
}

/** Checks that the runtime forbids generated code. Without this, the other cases would prove nothing. */
export function codeGenerationCases({ noCodeGeneration }: Behaviour): Case[] {
  if (!noCodeGeneration) return [];
  const runs = (): boolean => {
    try {
      return new Function("return true")();
    } catch {
      return false;
    }
  };
  return [{ name: "new Function throws", run: () => expectTrue(!runs(), "new Function throws") }];
}
