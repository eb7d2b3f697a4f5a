import type { CommandSpec } from "../../args/command-spec.js";

export const SHELLS = ["bash", "zsh", "fish"] as const;

export const completion = {
  summary: "print a script that completes commands and options in a shell",
  details: ["The script has the commands and options of this version. Print it again after an update."],
  arguments: { SHELL: { help: `${SHELLS.join(", ")}` } },
  options: { json: { help: "print errors as JSON" } },
  examples: [
    { says: "For bash: source the file in ~/.bashrc", line: "livekit-claims completion bash > livekit-claims.bash" },
    { says: "For fish, in its folder of completions", line: "livekit-claims completion fish > livekit-claims.fish" },
  ],
} as const satisfies CommandSpec;
