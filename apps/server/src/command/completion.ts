import type { CommandContext } from './context.ts'
import { exitCodes, misuse } from './exitCodes.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** `runoff completion`: a script that asks the command itself what may come next. */
export async function printCompletion(
  shell: Shell | undefined,
  { terminal, environment }: CommandContext,
): Promise<number> {
  const wanted = shell ?? shells.find((name) => environment['SHELL']?.endsWith(`/${name}`))
  if (wanted === undefined) throw misuse(`Name the shell: ${shells.join(', ')}.`)
  terminal.print(scripts[wanted])
  return exitCodes.done
}

/** With what the scripts ask; behind it stand the words so far, `runoff` the first. */
export const completionFlag = '--complete-words'

/** What is no word of the command completes as a path. */
const scripts: Readonly<Record<Shell, string>> = {
  bash: `# Completes runoff in bash: runoff completion bash >> ~/.bashrc
_runoff_complete() {
  mapfile -t COMPREPLY < <(runoff ${completionFlag} "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
}
complete -o default -F _runoff_complete runoff`,
  zsh: `#compdef runoff
# Completes runoff in zsh: runoff completion zsh > "\${fpath[1]}/_runoff"
_runoff() {
  local -a found
  found=("\${(@f)$(runoff ${completionFlag} "\${(@)words[1,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -a found; fi
  _files
}
if [ "$funcstack[1]" = "_runoff" ]; then _runoff "$@"; else compdef _runoff runoff; fi`,
  fish: `# Completes runoff in fish: runoff completion fish > ~/.config/fish/completions/runoff.fish
complete -c runoff -a '(runoff ${completionFlag} (commandline -opc) (commandline -ct) 2>/dev/null)'`,
}
