import type { Describe } from "./permission.js";

/** A bundle of the claims, as far as descriptions are read from it. */
export interface DescribedSchema {
  readonly $defs: Readonly<
    Record<string, { readonly properties?: Readonly<Record<string, { description?: string }>> }>
  >;
}

/** Returns the schema's descriptions of grants, shortened to what they permit: the first sentence, to be read after "may". */
export function describeBy({ $defs }: DescribedSchema): Describe {
  return (title, member) => {
    const description = $defs[title]?.properties?.[member]?.description ?? "";
    const [sentence = ""] = description.split(/\.(?: |$)/, 1);
    return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
  };
}
