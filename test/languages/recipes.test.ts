import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RECIPE_DATA, type Recipe, readRecipes, recipeFolder } from "../../scripts/languages/recipes-page.js";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { retry } from "../../scripts/process/retry.js";
import { run } from "../../scripts/process/run.js";
import type { Json } from "../../scripts/vectors/vector.js";
import { AccessToken, type ClaimsInit } from "../../src/index.js";
import { cachedFolder, digestOf, filesOf } from "../interop/cached-folder.js";
import { type Program, startProgram } from "../interop/program.js";
import { toolchainVersions } from "../interop/toolchain.js";
import { validClaims } from "../support/arbitrary-claims.js";
import { readBundle, readVectors } from "./generated-files.js";
import { isMissing } from "./missing-languages.js";

type Answer = { readonly ok: Json } | { readonly error: string };

const KEY = "devkey";
const NOW = 1_767_225_600;
/** A seed, so that claims that fail once fail always. */
const RANDOM = { seed: 18, numRuns: 200 };

const isValid = new Ajv2020({ strict: false }).compile(readBundle("claims.rules-decode.2020-12.json"));
const decoded = readVectors("room-config.json");
const isInput = new Ajv2020({ strict: false }).compile(readBundle("claims.rules-input.2020-12.json"));
const minted = readVectors("mint.json").filter(({ result, claims }) => result === "valid" && isInput(claims ?? {}));

for (const recipe of readRecipes()) describe.skipIf(await isMissing(recipe))(recipe.title, () => suite(recipe));

function suite(recipe: Recipe): void {
  let program: Program;
  beforeAll(async () => {
    const folder = await buildRecipe(recipe);
    program = startProgram(recipe.title, recipe.run, { cwd: folder, env: process.env });
  });
  afterAll(() => program?.stop());
  const ask = async (question: object): Promise<Answer> => (await program.ask(question)) as Answer;

  it("reads every vector of a roomConfig as it is expected", async () => {
    const wrong: string[] = [];
    for (const { id, token, result, claims } of decoded) {
      const text = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
      const answer = await ask({ normalize: text });
      const accepted = "ok" in answer && isValid(answer.ok);
      const same = accepted && isDeepStrictEqual(plain(answer.ok.roomConfig), plain(claims?.roomConfig));
      if (result === "valid" ? !same : accepted) wrong.push(id);
    }
    const { unseen } = recipe;
    expect(wrong).toEqual(decoded.flatMap(({ id }) => (unseen !== undefined && id.startsWith(unseen) ? [id] : [])));
  });

  describe.skipIf(recipe.builder === undefined)("the builder", () => {
    it("makes the payload of every valid vector of minting", async () => {
      const wrong: string[] = [];
      for (const { id, key, clock, claims, claimsJson, payload } of minted) {
        const answer = await ask({
          build: { claims: claims ?? JSON.parse(claimsJson ?? ""), api_key: key, now: clock },
        });
        if (!("ok" in answer) || !isDeepStrictEqual(plain(answer.ok), JSON.parse(payload ?? ""))) {
          wrong.push(`${id}: ${JSON.stringify(answer)}`);
        }
      }
      expect(wrong).toEqual([]);
    });

    it("makes the payload that this library signs", async () => {
      const property = fc.asyncProperty(validClaims, async ({ iss: _iss, exp: _exp, nbf: _nbf, ...claims }) => {
        const token = AccessToken.withApiKey(KEY, "secret-of-at-least-32-characters").withClaims(claims as ClaimsInit);
        const jwt = await token.allowSensitiveCredentials().toJwt({ clock: () => NOW * 1000 });
        const payload = JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());
        const answer = await ask({ build: { claims, api_key: KEY, now: NOW } });
        expect("ok" in answer && plain(answer.ok)).toEqual(payload);
      });
      await fc.assert(property, RANDOM);
    });
  });
}

/** The file that no command reads. */
const NOT_BUILT: ReadonlySet<string> = new Set(["recipe.json"]);

/** A value as JSON reads it: -0 is 0 there. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** The folder of a recipe with the data that it reads, compiled, unless that was done before with the same files. */
async function buildRecipe({ id, needs, build }: Recipe): Promise<string> {
  const source = recipeFolder({ id });
  const bundle = (file: string): string => fileURLToPath(new URL(`../../generated/bundles/${file}`, import.meta.url));
  const data = RECIPE_DATA.map((file) => JSON.stringify(readBundle(file)));
  const digest = digestOf([
    await toolchainVersions(needs),
    JSON.stringify(build),
    ...data,
    ...(await filesOf(source, NOT_BUILT)),
  ]);
  return retry(() =>
    cachedFolder(join(cacheFolder(), "languages", "recipes", id), digest, async (folder) => {
      await cp(source, folder, { recursive: true });
      for (const file of RECIPE_DATA) await cp(bundle(file), join(folder, file));
      for (const [program, ...args] of build) await run(program, args, { cwd: folder });
    }),
  );
}
