import { type CommandSpec, HELP, type OptionSpec } from "../../args/command-spec.js";

type Commands = Readonly<Record<string, CommandSpec>>;

const PROGRAM = "livekit-claims";

/** Values that are the names of files. */
const FILES: readonly string[] = ["FILE", "PATH"];

const optionsOf = (spec: CommandSpec): [string, OptionSpec][] => Object.entries({ ...spec.options, help: HELP });

/** Completes by the word before: values of an option, files, or the options themselves. */
export function bashScript(commands: Commands): string {
  const words = [...Object.keys(commands), "help", "--help", "--version"].join(" ");
  return `# Completion of ${PROGRAM} for bash. Made by "${PROGRAM} completion bash".
_livekit_claims() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${words}" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${Object.entries(commands).map(bashCommand).join("")}    help)
      COMPREPLY=($(compgen -W "${Object.keys(commands).join(" ")}" -- "$cur"))
      ;;
  esac
}
complete -o filenames -F _livekit_claims ${PROGRAM}
`;
}

function bashCommand([name, spec]: [string, CommandSpec]): string {
  const options = optionsOf(spec);
  const withValue = options.filter(([, { value }]) => value !== undefined);
  const cases = withValue.map(([option, { value = "", short, choices }]) => {
    const pattern = short === undefined ? `--${option}` : `--${option}|-${short}`;
    const reply = choices
      ? `compgen -W "${choices.join(" ")}" -- "$cur"`
      : FILES.includes(value)
        ? 'compgen -f -- "$cur"'
        : "";
    return `        ${pattern}) ${reply === "" ? "" : `COMPREPLY=($(${reply})); `}return ;;\n`;
  });
  const values = cases.length === 0 ? "" : `      case "$prev" in\n${cases.join("")}      esac\n`;
  return `    ${name})
${values}      COMPREPLY=($(compgen -W "${options.map(([option]) => `--${option}`).join(" ")}" -- "$cur"))
      ;;
`;
}

export function zshScript(commands: Commands): string {
  const described = Object.entries(commands).map(([name, { summary }]) => `    ${quote(`${name}:${summary}`)}\n`);
  const cases = Object.entries(commands).map(
    ([name, spec]) =>
      `    ${name})\n      _arguments ${optionsOf(spec).flatMap(zshOption).join(" ")} ${quote("*:argument:_files")}\n      ;;\n`,
  );
  return `#compdef ${PROGRAM}
# Completion of ${PROGRAM} for zsh. Made by "${PROGRAM} completion zsh".
_livekit_claims() {
  local -a commands
  commands=(
${described.join("")}    ${quote("help:explain a command")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join("")}    help)
      _describe command commands
      ;;
  esac
}
compdef _livekit_claims ${PROGRAM}
`;
}

function zshOption([name, { value, help, short, many, choices }]: [string, OptionSpec]): string[] {
  const action = choices ? `(${choices.join(" ")})` : FILES.includes(value ?? "") ? "_files" : " ";
  const text = help.replaceAll(/[[\]\\:]/g, "\\$&");
  const rest = `[${text}]${value === undefined ? "" : `:${value}:${action}`}`;
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])].map((written) =>
    quote(`${many ? "*" : ""}${written}${rest}`),
  );
}

export function fishScript(commands: Commands): string {
  const lines = Object.entries(commands).flatMap(([name, spec]) => [
    `complete -c ${PROGRAM} -n __fish_use_subcommand -a ${name} -d ${fishQuote(spec.summary)}`,
    ...optionsOf(spec).map((option) => fishOption(name, option)),
  ]);
  return `# Completion of ${PROGRAM} for fish. Made by "${PROGRAM} completion fish".
complete -c ${PROGRAM} -f
complete -c ${PROGRAM} -n __fish_use_subcommand -a help -d 'explain a command'
complete -c ${PROGRAM} -n '__fish_seen_subcommand_from help' -a ${fishQuote(Object.keys(commands).join(" "))}
${lines.join("\n")}
`;
}

function fishOption(command: string, [name, { value, help, short, choices }]: [string, OptionSpec]): string {
  const values = choices
    ? ` -x -a ${fishQuote(choices.join(" "))}`
    : FILES.includes(value ?? "")
      ? " -r -F"
      : value
        ? " -x"
        : "";
  const letter = short === undefined ? "" : ` -s ${short}`;
  return `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${command}' -l ${name}${letter}${values} -d ${fishQuote(help)}`;
}

/** A word of a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A word of fish, which knows two escapes in single quotes. */
function fishQuote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
