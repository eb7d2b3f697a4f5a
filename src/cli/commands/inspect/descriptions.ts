import type { Io } from "../../terminal/io.js";
import type { Describe } from "./permission.js";

interface Schema {
  readonly $defs: Readonly<Record<string, { properties: Readonly<Record<string, { description: string }>> }>>;
}

/**
 * The schema's descriptions of grants, shortened to what they permit: the first sentence, to be read after "may". They are
 * read when they are wanted, so that they need not be in the program.
 */
export async function readDescriptions({ readPackageFile }: Io): Promise<Describe> {
  const file = "generated/bundles/claims.rules-mint.2020-12.json";
  const schema: Schema = JSON.parse(await readPackageFile(file));
  return (title, member) => {
    const description = schema.$defs[title]?.properties[member]?.description ?? "";
    const [sentence = ""] = description.split(/\.(?: |$)/, 1);
    return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
  };
}
