import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommandContext } from './context.ts'
import {
  logOf,
  makeFolder,
  runCommand,
  startCommand,
  writeInto,
  type RunningCommand,
} from './testing.ts'

let folder: string
let running: RunningCommand[] = []
beforeEach(() => {
  folder = makeFolder({
    'runs/a/log.jsonl': logOf(0.5),
    'runs/b/log.jsonl': logOf(0.6),
    'page/index.html': '<p>The page</p>',
    token: 'a-token-of-some-length\n',
  })
})
afterEach(async () => {
  for (const each of running) each.stop()
  await Promise.all(running.map(({ ended }) => ended))
  running = []
  rmSync(folder, { recursive: true })
})

const patient = { timeout: 10_000 }

function start(args: readonly string[], context: Partial<CommandContext> = {}): RunningCommand {
  const places = { page: join(folder, 'page'), snapshotApp: '', recordedRuns: null }
  const started = startCommand([...args, '--port', '0'], folder, { places, ...context })
  running.push(started)
  return started
}

async function urlOf({ output }: RunningCommand): Promise<string> {
  await vi.waitFor(() => expect(output()).toMatch(/^Runoff: \S+\n$/), patient)
  return output().trim().slice('Runoff: '.length)
}

async function experimentsAt(url: string): Promise<unknown> {
  const answer = (await (await fetch(new URL('/api/v1/experiments', url))).json()) as {
    experiments: readonly { name: string; run_count: number }[]
  }
  return answer.experiments.map(({ name, run_count }) => [name, run_count])
}

describe('runoff serve', () => {
  it('serves the page and the database until it is stopped', async () => {
    await runCommand(['import', 'runs'], folder)
    const server = start(['serve'])
    const url = await urlOf(server)
    expect(await (await fetch(url)).text()).toBe('<p>The page</p>')
    expect(await experimentsAt(url)).toEqual([['runs', 2]])
    server.stop()
    expect(await server.ended).toEqual({ exitCode: 0, output: `Runoff: ${url}\n`, messages: '' })
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  it('wants its token from whoever asks, and writes it nowhere', async () => {
    const server = start(['serve', '--token-file', 'token', '--log'])
    const address = new URL('/api/v1/experiments', await urlOf(server))
    expect((await fetch(address)).status).toBe(401)
    const headers = { authorization: 'Bearer a-token-of-some-length' }
    expect((await fetch(address, { headers })).status).toBe(200)
    await vi.waitFor(() => expect(server.messages()).toContain('"status":200'), patient)
    expect(server.output() + server.messages()).not.toContain('of-some-length')
  })

  it.each([
    [['--host', '0.0.0.0'], /^Others can reach 0\.0\.0\.0, so this server needs a token/],
    [['--clickhouse', 'http://me:secret@localhost:8123'], /^An address with a password in it/],
    [['--clickhouse', 'nowhere'], /^nowhere is no address, such as http:/],
    [['--clickhouse', 'http://127.0.0.1:1', '--db', 'x.db'], /mutually exclusive/],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const { exitCode, messages } = await runCommand(['serve', ...args], folder)
    expect(exitCode).toBe(2)
    expect(messages).toMatch(sentence)
    expect(messages.trimEnd().split('\n')).toHaveLength(1)
  })

  it('says where the page is not built', async () => {
    const places = { page: join(folder, 'none'), snapshotApp: '', recordedRuns: null }
    const server = start(['serve'], { places })
    await urlOf(server)
    expect(server.messages()).toMatch(/^The page is not built yet\./)
  })
})

describe('runoff with paths', () => {
  it('has an experiment for each path, and opens the page over all of them', async () => {
    const openPage = vi.fn<(url: string) => Promise<void>>(async () => undefined)
    const opened = start(['runs/a', 'runs/b/log.jsonl'], { openPage })
    const url = await urlOf(opened)
    expect(await experimentsAt(url)).toEqual([
      ['a', 1],
      ['log.jsonl', 1],
    ])
    expect(opened.messages()).toBe('a: 1 run.\nlog.jsonl: 1 run.\n')
    expect(url).toMatch(/\/\?experiment=$/)
    await vi.waitFor(() => expect(openPage).toHaveBeenCalledExactlyOnceWith(url), patient)
  })

  it('shows what a script sends to it while it runs, under its own name', async () => {
    const server = start(['serve'])
    const url = await urlOf(server)
    const script = `console.log('{"step": 1, "loss": 0.5}')`
    const args = ['run', '--server', url, '--name', 'sent', '--experiment', 'far', '--']
    const { exitCode, messages } = await runCommand(
      [...args, process.execPath, '-e', script],
      folder,
    )
    expect([exitCode, messages]).toEqual([0, ''])
    expect(await experimentsAt(url)).toEqual([['far', 1]])
  })

  it('reads another Runoff itself, and shows its token to it', async () => {
    const RUNOFF_TOKEN = 'a-token-of-some-length'
    await runCommand(['import', 'runs'], folder)
    const environment = { RUNOFF_TOKEN }
    const first = await urlOf(start(['serve'], { environment }))
    const second = start([first, '--no-open'], { environment })
    expect(await experimentsAt(await urlOf(second))).toEqual([[`runs (${new URL(first).host})`, 2]])
    const refused = await runCommand([first], folder)
    expect(refused.messages).toBe(`${first} wants a token: set RUNOFF_TOKEN to it.\n`)
  })

  it('says what could not be read, and shows the rest', async () => {
    rmSync(join(folder, 'runs/b/log.jsonl'))
    writeInto(folder, 'runs/b/log.jsonl', '{"step"')
    const opened = start(['runs', '--no-follow'])
    expect(await experimentsAt(await urlOf(opened))).toEqual([['runs', 1]])
    expect(opened.messages()).toMatch(/^runs: 1 run\.\n {2}b\/log\.jsonl: /)
  })
})
