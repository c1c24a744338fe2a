import yargs, { type Argv } from 'yargs'
import { completionFlag } from './completion.ts'
import { exitCodes, misuse } from './exitCodes.ts'
import { nearest } from './nearest.ts'
import { commandNames } from './commandNames.ts'
import { commands, type Task } from './commands.ts'
import { plainName } from './terminal.ts'

/**
 * Returns what the arguments ask for; what can be answered at once, such as `--help`, prints a text.
 *
 * @throws {RunoffError} `bad-option` where they make no sense.
 */
export async function parseArguments(args: readonly string[], version: string): Promise<Task> {
  if (args[0] === completionFlag) {
    const words = await completionWords(args.slice(1), version)
    return printing(words.join('\n'))
  }
  let task: Task | null = null
  const output = await parsed(args, version, (chosen) => void (task = chosen)).catch(
    async (error: unknown) => {
      throw misuse(await sentenceOf(error, args, version))
    },
  )
  const chosen = task as Task | null
  return output === '' && chosen !== null ? chosen : printing(output)
}

function printing(text: string): Task {
  return async ({ terminal }) => {
    if (text !== '') terminal.print(text)
    return exitCodes.done
  }
}

/** Returns what is printed at once, such as help; rejects with what is wrong about the arguments. */
async function parsed(
  args: readonly string[],
  version: string,
  choose: (task: Task) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const answer = (error: unknown, _args: unknown, text: string): void => {
      if (error === null || error === undefined) resolve(text)
      else reject(error)
    }
    void parserOf(choose, version).parse([...args], {}, answer)
  })
}

/** Returns what may stand in the place of the last word; where it is a path, nothing. */
async function completionWords(
  words: readonly string[],
  version: string,
): Promise<readonly string[]> {
  const last = words.at(-1) ?? ''
  const command = commandIn(words.slice(1, -1))
  if (last.startsWith('-')) {
    return (await optionsOf(command, version)).filter((option) => option.startsWith(last))
  }
  return command === null ? commandNames.filter((name) => name.startsWith(last)) : []
}

function commandIn(words: readonly string[]): string | null {
  return commandNames.find((name) => words.find((word) => !word.startsWith('-')) === name) ?? null
}

/** The options of a command, from its help. */
async function optionsOf(command: string | null, version: string): Promise<readonly string[]> {
  const help = await parsed([...(command === null ? [] : [command]), '--help'], version, () => {})
  const [, options = ''] = help.split('Options:')
  const [listed = ''] = options.split('\n\n')
  return Array.from(new Set(listed.match(/--[a-z][a-z-]*/g)))
}

function parserOf(choose: (task: Task) => void, version: string): Argv {
  const parser = yargs()
    .scriptName('runoff')
    .locale('en')
    .exitProcess(false)
    .strict()
    .version(version)
    .alias('help', 'h')
    .wrap(null)
    .parserConfiguration({
      'populate--': true,
      'greedy-arrays': false,
      'dot-notation': false,
      'camel-case-expansion': true,
      'parse-positional-numbers': false,
      'duplicate-arguments-array': true,
    })
    .middleware(withLast)
    .usage('Compare training runs: which one to keep, and how sure that is.')
    .epilogue('Full documentation: docs/command.md in the repository of Runoff.')
    .showHelpOnFail(false)
  return commands.reduce((all, add) => add(all, choose), parser)
}

const lists: ReadonlySet<string> = new Set(['_', '--', 'paths', 'tag', 'allow-host', 'allowHost'])

/** Of an option that was given several times, and is no list, the last counts. */
function withLast(given: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(given)) {
    if (Array.isArray(value) && !lists.has(name)) given[name] = value.at(-1)
  }
}

/** What a parser says of a mistake, as one sentence that says what to do. */
async function sentenceOf(
  error: unknown,
  args: readonly string[],
  version: string,
): Promise<string> {
  const message = error instanceof Error ? error.message : String(error)
  const choice = readChoice(message)
  if (choice !== null) return choice
  const unknown = /^Unknown arguments?: ([^,]{1,100})/.exec(message)?.[1]
  if (unknown === undefined) {
    const line = message
      .split('\n')
      .map((part) => part.trim())
      .filter((part) => part !== '')
    return `${line.join(' ').replace(/[.:]$/, '')}. "runoff --help" tells how.`
  }
  if (!args.some((word) => word.startsWith(`-${unknown}`) || word.startsWith(`--${unknown}`))) {
    const isScript = commandIn(args) === 'run'
    return isScript
      ? 'Put the training script behind "--", as in "runoff run -- python train.py".'
      : `${plainName(unknown)} is one word too many. "runoff --help" tells how.`
  }
  const meant = nearest(`--${unknown}`, await optionsOf(commandIn(args), version))
  const hint = meant === null ? '"runoff --help" lists them.' : `Did you mean ${meant}?`
  const dashes = unknown.length === 1 ? '-' : '--'
  return `There is no option ${dashes}${plainName(unknown)} here. ${hint}`
}

/** One of the few values that an option has was missed: `Argument: goal, Given: "up", Choices: …`. */
function readChoice(message: string): string | null {
  const [, line] = message.split('Argument: ')
  const [name = '', rest = ''] = line?.split(', Given: ') ?? []
  const [given, choices] = rest.split(', Choices: ')
  if (given === undefined || choices === undefined) return null
  const known = choices.trim().replaceAll('"', '').split(', ')
  const option = name === 'shell' ? 'The shell' : `--${name}`
  const words = `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`
  return `${option} cannot be ${plainName(given)}: choose ${words}.`
}
