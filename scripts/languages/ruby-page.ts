import { readWalkthroughs, walkthroughText } from "./walkthrough.js";

/** Returns the page of Ruby, which has no generated types: it verifies a token and checks its claims. */
export function rubyPage(): string {
  return `# Ruby

[ruby-jwt](https://github.com/jwt/ruby-jwt) 2.5.0 verifies a token, and [json_schemer](https://github.com/davishmcclurg/json_schemer) 0.2.18 checks its claims by the rules. No generator makes types for Ruby here: claims are a Hash, with names as texts. Both releases are those of Debian 12 (\`apt-get install ruby ruby-json-schemer ruby-jwt\`), and \`npm run test:languages\` runs the example with them.

${readWalkthroughs("ruby").map(walkthroughText).join("\n\n")}

- The bundle is the one in draft-07, the newest that json_schemer 0.2.18 knows.
- A permission that is absent is granted: \`video["canPublish"]\` is nil then, which Ruby takes for false. Compare with \`false\`.
- The rules accept a \`roomConfig\` in the canonical spelling only, without \`empty_timeout\` and with null only for the whole. [Normalize](recipes.md) another one first.
- \`exp\` with a fraction and a negative \`nbf\` are accepted, as by servers.
`;
}
