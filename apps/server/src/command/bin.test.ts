import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { logOf, makeFolder, writeInto } from './testing.ts'

const bin = fileURLToPath(new URL('bin.ts', import.meta.url))
const started = ['--conditions=@runoff/source', bin]
const environment = { ...process.env, PORT: '0', RUNOFF_DB: '', RUNOFF_TOKEN: '', HOST: '' }

let folder: string
let child: ChildProcess | null = null
beforeEach(() => {
  folder = makeFolder({ 'runs/a/log.jsonl': logOf(0.5), 'runs/b/log.jsonl': logOf(0.6) })
})
afterEach(() => {
  child?.kill('SIGKILL')
  child = null
  rmSync(folder, { recursive: true })
})

interface Started {
  readonly child: ChildProcess
  readonly output: () => string
  readonly messages: () => string
  readonly ended: Promise<number | null>
}

function start(...args: readonly string[]): Started {
  const process_ = spawn(process.execPath, [...started, ...args], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child = process_
  let output = ''
  let messages = ''
  process_.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece))
  process_.stderr.setEncoding('utf8').on('data', (piece: string) => (messages += piece))
  const ended = new Promise<number | null>((resolve) => process_.on('close', resolve))
  return { child: process_, output: () => output, messages: () => messages, ended }
}

const patient = { timeout: 20_000 }

async function urlOf({ output }: Started): Promise<string> {
  await vi.waitFor(() => expect(output()).toMatch(/^Runoff: \S+\n$/), patient)
  return output().trim().slice('Runoff: '.length)
}

interface ListedRun {
  readonly name: string
  readonly metrics: Readonly<Record<string, { readonly count: number }>>
}

async function runsAt(url: string): Promise<readonly ListedRun[]> {
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`${url}/api/v1/experiments${path}`)).json()
  const { experiments } = (await ask('')) as { experiments: readonly { id: string }[] }
  const { runs } = (await ask(`/${experiments[0]?.id}/runs`)) as { runs: readonly ListedRun[] }
  return runs
}

describe('the program', { timeout: 60_000 }, () => {
  it('opens a folder, follows what grows and what comes, and ends well at Ctrl-C', async () => {
    const running = start('runs', '--no-open')
    const url = await urlOf(running)
    expect((await runsAt(url)).map(({ name }) => name)).toEqual(['a', 'b'])
    expect(running.messages()).toContain('runs: 2 runs.\n')
    appendFileSync(join(folder, 'runs/a/log.jsonl'), '{"step": 40, "eval/loss": 0.4}\n')
    writeInto(folder, 'runs/c/log.jsonl', logOf(0.7))
    await vi.waitFor(async () => {
      const runs = await runsAt(url)
      expect(runs.map(({ name }) => name).toSorted()).toEqual(['a', 'b', 'c'])
      expect(runs.find(({ name }) => name === 'a')?.metrics['eval/loss']?.count).toBe(4)
    }, patient)
    running.child.kill('SIGINT')
    expect(await running.ended).toBe(0)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  it('records a script, ends as it does, and shows what was recorded', async () => {
    writeInto(folder, 'train.mjs', `console.log('{"step": 1, "loss": 0.5}'); process.exit(3)`)
    const recorded = start(
      'run',
      '--name',
      'first',
      '--',
      process.execPath,
      'train.mjs',
      '--lr',
      '1',
    )
    expect(await recorded.ended).toBe(3)
    expect(recorded.output()).toBe('{"step": 1, "loss": 0.5}\n')
    const shown = start()
    const [run] = await runsAt(await urlOf(shown))
    expect(run).toMatchObject({ name: 'first', status: 'failed', params: { lr: 1 } })
    expect(Object.keys(run?.metrics ?? {})).toEqual(['train/loss'])
    shown.child.kill('SIGTERM')
    expect(await shown.ended).toBe(0)
  })

  it('ends quietly where its reader has enough', () => {
    const command = [process.execPath, ...started, 'export', 'runs', '-f', 'csv']
    const quoted = command.map((word) => `'${word}'`).join(' ')
    const { stdout, stderr } = spawnSync('sh', ['-c', `${quoted} | head -c 1`], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    })
    expect([stdout, stderr]).toEqual(['#', ''])
  })
})
