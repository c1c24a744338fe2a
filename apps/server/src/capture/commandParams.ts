/** What a command line says of a run. */
export interface CommandFacts {
  /** By the names of its options, without dashes; a flag without a value is `true`. */
  readonly params: ReadonlyMap<string, unknown>
  /** The command line, without what may be secret. */
  readonly text: string
}

/**
 * Returns the parameters on the command line of a training script: `--lr 3e-4`, `--lr=3e-4`, `-b 8`,
 * `lr=3e-4` and `+optim.lr=3e-4` as Hydra takes them, `--bf16` and `--no-bf16`.
 *
 * Only what stands behind the script is read, not the options of the launcher before it. Numbers and
 * `true` and `false` become what they say, any other value stays text; an option that comes several
 * times is a list. What is named like a secret is left out, and hidden in `text`.
 */
export function readCommandParams(command: readonly string[]): CommandFacts {
  const { options, hidden } = readOptions(command, scriptIndex(command) + 1)
  const params = new Map<string, unknown>()
  for (const [name, values] of options) {
    params.set(name, values.length > 1 ? values.map(readValue) : readValue(values[0] ?? true))
  }
  const shown = command.map((word, i) => hidden.get(i) ?? word)
  return { params, text: shown.map(quoted).join(' ') }
}

/** The script is the first word with such an ending; without one, the program itself. */
export function scriptIndex(command: readonly string[]): number {
  const script = command.findIndex((word) => /\.(?:py|sh|js|mjs|ts|jl|R|lua)$/.test(word))
  if (script >= 0) return script
  const module = command.indexOf('-m')
  return module >= 0 && module + 1 < command.length ? module + 1 : 0
}

interface Options {
  readonly options: ReadonlyMap<string, readonly (string | boolean)[]>
  /** What to show in place of the words that hold secrets, by their place. */
  readonly hidden: ReadonlyMap<number, string>
}

function readOptions(command: readonly string[], start: number): Options {
  const options = new Map<string, (string | boolean)[]>()
  const hidden = new Map<number, string>()
  const add = (name: string, value: string | boolean, at: number, shown: string): void => {
    if (isSecret(name) && typeof value === 'string') hidden.set(at, shown)
    else options.set(name, [...(options.get(name) ?? []), value])
  }
  for (let i = start; i < command.length; i++) {
    const word = command[i] ?? ''
    const name = optionName(word)
    if (name === null) continue
    const equals = word.indexOf('=')
    if (equals > 0) {
      add(name, word.slice(equals + 1), i, `${word.slice(0, equals + 1)}•••`)
      continue
    }
    const next = command[i + 1]
    if (next !== undefined && isValue(next)) add(name, next, ++i, '•••')
    else if (name.startsWith('no-')) add(name.slice(3), false, i, word)
    else add(name, true, i, word)
  }
  return { options, hidden }
}

/** The name that a word gives to a value, `null` where it gives none. */
function optionName(word: string): string | null {
  const equals = word.indexOf('=')
  const head = equals < 0 ? word : word.slice(0, equals)
  if (head.startsWith('--') && head.length > 2) return head.slice(2)
  if (/^-[A-Za-z]\w*$/.test(head)) return head.slice(1)
  return equals > 0 && /^[+~]{0,2}[A-Za-z_][\w./@-]*$/.test(head)
    ? head.replace(/^[+~]+/, '')
    : null
}

/** `-0.1` is a value, `-x` an option; `lr=1` is a setting of its own. */
function isValue(word: string): boolean {
  if (word.startsWith('-')) return isNumber(word)
  return optionName(word) === null
}

function readValue(value: string | boolean): unknown {
  if (typeof value !== 'string') return value
  if (isNumber(value)) return Number(value)
  if (value === 'true' || value === 'True') return true
  return value === 'false' || value === 'False' ? false : value
}

function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)
}

const secretWords: ReadonlySet<string> = new Set([
  'token',
  'password',
  'passwd',
  'secret',
  'apikey',
  'credential',
  'credentials',
])

/** `max_tokens` and `tokenizer` are none: the word must be one of its own. */
function isSecret(name: string): boolean {
  const words = name.toLowerCase().split(/[^a-z0-9]/)
  return words.some((word) => secretWords.has(word)) || /api[_-]?key/i.test(name)
}

function quoted(word: string): string {
  return /^[\w@%+=:,./•-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
