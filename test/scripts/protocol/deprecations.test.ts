import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readDeprecations } from "../../../scripts/protocol/deprecations.js";
import { temporaryFolder } from "../../support/copies.js";

const model = {
  messages: ["Root", "Leaf"].map((name) => ({ name, fields: [] })),
  enums: [],
};

async function deprecated(declarations: string): Promise<string[]> {
  const file = join(await temporaryFolder(), "index.d.ts");
  await writeFile(file, declarations);
  return [...readDeprecations(file, model)];
}

it("names the members that are marked @deprecated, and no static ones or other classes'", async () => {
  const declarations = `
    declare class Root {
      /** Fine. */
      fine: string;
      /**
       * Not deprecated, though it says so.
       * @generated from field: string plain = 1;
       */
      plain: string;
      /**
       * @generated from field: string old = 2 [deprecated = true];
       * @deprecated
       */
      old: string;
      /** @deprecated */
      static readonly typeName = "livekit.Root";
      /** @deprecated */
      toJson(): string;
    }
    declare class Leaf {
      /** @deprecated use another */
      old?: number;
    }
    declare class Other {
      /** @deprecated */
      old: string;
    }
  `;
  expect(await deprecated(declarations)).toEqual(["Root.old", "Leaf.old"]);
});

it("names the members of a oneof, which are cases of one property", async () => {
  const declarations = `
    declare class Root {
      output: {
        /** @deprecated */
        value: Leaf;
        case: "file";
      } | {
        value: Leaf;
        case: "stream";
      } | { case: undefined; value?: undefined };
      single: {
        /** @deprecated */
        value: string;
        case: "only";
      };
    }
    declare class Leaf {}
  `;
  expect(await deprecated(declarations)).toEqual(["Root.file", "Root.only"]);
});

it("fails naming a message that the declarations do not have", async () => {
  await expect(deprecated("declare class Root {}")).rejects.toThrow("Leaf");
});
