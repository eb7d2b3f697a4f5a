import type { Behaviour, Case } from "./case.js";
import { expectCode, expectEqual, expectTrue } from "./expect.js";

/** Keys come from the environment where there is one; elsewhere that is an error like any other. */
export function environmentCases({ api, environment }: Behaviour): Case[] {
  const { AccessToken, TokenVerifier } = api;
  if (!environment) {
    return [
      {
        name: "without an environment, fromEnv says so",
        async run() {
          await expectCode(() => AccessToken.fromEnv(), "INVALID_ENV");
          await expectCode(() => TokenVerifier.fromEnv(), "INVALID_ENV");
        },
      },
    ];
  }
  return [
    {
      name: "fromEnv takes the keys of the environment",
      async run() {
        const token = await AccessToken.fromEnv().withIdentity("alice").toJwt();
        const { key, secret } = environment;
        const claims = await TokenVerifier.withApiKey(key, secret).verify(token);
        expectEqual(await TokenVerifier.fromEnv().verify(token), claims, "claims");
      },
    },
  ];
}

/** That the driver's ban on generated code is in force: without it the others would prove nothing. */
export function codeGenerationCases({ noCodeGeneration }: Behaviour): Case[] {
  if (!noCodeGeneration) return [];
  const runs = (): boolean => {
    try {
      return new Function("return true")();
    } catch {
      return false;
    }
  };
  return [{ name: "new Function is forbidden", run: () => expectTrue(!runs(), "new Function throws") }];
}
