import { type DescribedSchema, describeBy } from "../../../report/descriptions.js";
import type { Describe } from "../../../report/permission.js";
import type { Io } from "../../terminal/io.js";

/** Reads the schema's descriptions of grants when they are needed, so that they need not be in the program. */
export async function readDescriptions({ readPackageFile }: Io): Promise<Describe> {
  const schema: DescribedSchema = JSON.parse(await readPackageFile("generated/bundles/claims.rules-mint.2020-12.json"));
  return describeBy(schema);
}
