import { readWalkthroughs, walkthroughText } from "./walkthrough.js";

/** Returns the page about OpenAPI: how a document refers to a bundle, and what generators make of it. */
export function openapiPage(): string {
  return `# OpenAPI 3.1

A schema in OpenAPI 3.1 is JSON Schema 2020-12, so a document refers to a bundle of shapes by its file name. The file is called \`Claims.json\` here, since Redocly names the component after the file. Its \`$id\` has to go: the references of a component with an \`$id\` start from there, and openapi-generator does not find them. Redocly writes the types of the bundle into \`components\`, one for each; oapi-codegen does not resolve the \`#/$defs/\` of a file, and needs that.

${readWalkthroughs("openapi").map(walkthroughText).join("\n\n")}

\`npm run test:languages\` follows this page. It compiles what openapi-typescript and oapi-codegen generate, and reads the type of \`exp\` in what openapi-generator does.

- A permission that is absent means the same as everywhere: see the pages of the [languages](README.md).
- \`exp\`, \`nbf\` and \`iat\` have \`format: int64\` for openapi-generator. Without it, release 7.14.0 gives \`exp\` a type of 32 bits in Java (\`Integer\`), Kotlin (\`Int\`), Go (\`int32\`) and Rust (\`i32\`), which ends in 2038, and reads 32 bits in C#. With it, these have 64 bits, and Swift has \`Int64\`; Python and TypeScript stay as they are. No generator of the other pages changes a type for it.
- openapi-generator takes an integer of the protocol without sign (\`maxParticipants\`, \`emptyTimeout\`) for one of 32 bits with a sign, with either. Values above 2147483647 do not decode.
- For validation of what an endpoint takes and returns, use the bundles of rules with a [validator](validators.md).
`;
}
