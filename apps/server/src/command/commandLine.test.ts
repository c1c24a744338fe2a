import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logOf, makeFolder, runCommand } from './testing.ts'

let folder: string
beforeEach(() => {
  folder = makeFolder({ 'a/log.jsonl': logOf(0.5) })
})
afterEach(() => rmSync(folder, { recursive: true }))

const said = async (...args: readonly string[]): Promise<readonly [number, string]> => {
  const { exitCode, messages } = await runCommand(args, folder)
  return [exitCode, messages]
}

describe('the command line', () => {
  it.each([
    ['--help', 'runoff best [paths..]'],
    ['-h', 'runoff run'],
    ['--version', '1.2.3\n'],
  ])('answers %s', async (flag, text) => {
    const { exitCode, output, messages } = await runCommand([flag], folder)
    expect(output).toContain(text)
    expect([exitCode, messages]).toEqual([0, ''])
  })

  it.each(['run', 'serve', 'best', 'export', 'import', 'completion'])(
    'has help with an example for %s',
    async (command) => {
      const { output } = await runCommand([command, '--help'], folder)
      expect(output).toMatch(/Examples:\n {2}runoff /)
    },
  )

  it.each<[readonly string[], string]>([
    [['best', '--metrik', 'x'], 'There is no option --metrik here. Did you mean --metric?'],
    [['best', '-x'], 'There is no option -x here. "runoff --help" lists them.'],
    [['serve', 'x'], 'x is one word too many. "runoff --help" tells how.'],
    [['best', '--metric'], 'Not enough arguments following: metric. "runoff --help" tells how.'],
    [['bset'], 'There is no file or folder bset. Did you mean the command "runoff best"?'],
    [['./nothing'], 'There is no file or folder ./nothing. Name one that there is.'],
    [
      ['run', 'python', 'train.py'],
      'Put the training script behind "--", as in "runoff run -- python train.py".',
    ],
    [['run'], 'Put the training script behind "--", as in "runoff run -- python train.py".'],
    [['run', '--tag', 'x', '--', 'true'], 'The tag "x" has no value: write it as name=value.'],
    [['import'], 'Name the files, folders or addresses to import.'],
    [['export', 'a'], 'Say what to write with --format: csv, json, jsonl, html.'],
    [
      ['serve', '--port', 'x'],
      'PORT is "x", and must be a whole number from 0 to 65535, such as 4870.',
    ],
    [
      ['https://a:b@c.example'],
      'An address with a password in it can be seen by others: put a token in RUNOFF_TOKEN.',
    ],
    [['completion', '--', 'x'], 'Name the shell: bash, zsh, fish.'],
  ])('says of %j in a sentence what is wrong, and ends with 2', async (args, sentence) => {
    expect(await said(...args)).toEqual([2, `${sentence}\n`])
  })

  it('says what a choice is among', async () => {
    const [exitCode, sentence] = await said('best', 'a', '--goal', 'less')
    expect(exitCode).toBe(2)
    expect(sentence).toMatch(/^--goal cannot be "less": choose min or max\.\n$/)
  })

  it('says what to do where nothing was named and nothing recorded', async () => {
    const [exitCode, sentence] = await said()
    expect(exitCode).toBe(2)
    expect(sentence).toMatch(/^There is nothing to show: name a folder of runs, /)
  })

  it('takes the last of an option that was given twice', async () => {
    const args = ['best', 'a', '--metric', 'x', '--metric', 'eval/loss', '--json', '--json']
    const { output } = await runCommand(args, folder)
    expect(JSON.parse(output)).toMatchObject({ objective: { metric: 'eval/loss' } })
  })

  it('takes what stands behind "--" for a path', async () => {
    expect((await said('best', '--', '--metric'))[1]).toContain('no file or folder --metric')
  })

  it('shows where an error came from only where it was asked to', async () => {
    const environment = { RUNOFF_DEBUG: '1' }
    const { messages } = await runCommand(['nothing'], folder, { environment })
    expect(messages).toContain('readTargets.ts')
  })
})

describe('completion', () => {
  const words = async (...typed: readonly string[]): Promise<readonly string[]> => {
    const { output } = await runCommand(['--complete-words', 'runoff', ...typed], folder)
    return output.split('\n').filter((word) => word !== '')
  }

  it('knows the commands, and the options of the one that was typed', async () => {
    expect(await words('')).toEqual(['best', 'completion', 'export', 'import', 'run', 'serve'])
    expect(await words('s')).toEqual(['serve'])
    expect(await words('best', 'x', '--m')).toEqual(['--metric'])
    expect(await words('--')).toContain('--no-open')
    expect(await words('best', '')).toEqual([])
  })

  it.each(['bash', 'zsh', 'fish'])('has a script for %s that asks the command', async (shell) => {
    const { output } = await runCommand(['completion', shell], folder)
    expect(output).toContain('runoff --complete-words')
    const environment = { SHELL: `/usr/bin/${shell}` }
    expect((await runCommand(['completion'], folder, { environment })).output).toBe(output)
  })
})
