import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
let folder: string
let child: ChildProcessByStdio<null, Readable, Readable> | null = null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runoff-main-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

interface Started {
  readonly process: ChildProcessByStdio<null, Readable, Readable>
  readonly output: () => string
  readonly errors: () => string
  /** The exit code. */
  readonly ended: Promise<number | null>
}

function start(environment: Readonly<Record<string, string>>): Started {
  const process_ = spawn(process.execPath, ['--conditions=@runoff/source', main], {
    env: { ...process.env, RUNOFF_DB: join(folder, 'runoff.db'), PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child = process_
  const ended = once(process_, 'close').then(([code]: (number | null)[]) => code ?? null)
  return {
    process: process_,
    output: textOf(process_.stdout),
    errors: textOf(process_.stderr),
    ended,
  }
}

function textOf(stream: Readable): () => string {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (piece: string) => (text += piece))
  return () => text
}

async function urlOf({ output }: Started): Promise<string> {
  await expect.poll(output, { timeout: 20_000 }).toMatch(/\n$/)
  return output().trim().slice('Runoff: '.length)
}

async function takePort(): Promise<{ readonly taken: Server; readonly port: number }> {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  return { taken, port: (taken.address() as AddressInfo).port }
}

describe('main', { timeout: 30_000 }, () => {
  it('prints one line with the address, has the recorded runs, and ends well when told to', async () => {
    const started = start({})
    const url = await urlOf(started)
    expect(started.output()).toMatch(/^Runoff: http:\/\/127\.0\.0\.1:\d+\n$/)
    const { experiments } = (await (await fetch(`${url}/api/v1/experiments`)).json()) as {
      experiments: readonly { name: string; run_count: number }[]
    }
    expect(experiments.map((experiment) => experiment.name)).toContain('char-lm')
    started.process.kill('SIGTERM')
    expect(await started.ended).toBe(0)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  it('says in one sentence that the port is taken', async () => {
    const { taken, port } = await takePort()
    const started = start({ PORT: String(port) })
    expect(await started.ended).toBe(1)
    expect(started.errors()).toBe(
      `Port ${port} is taken, perhaps by another Runoff. ` +
        'Stop that one, or start this one with another --port (or PORT).\n',
    )
    taken.close()
  })

  it('says in one sentence that PORT is no port', async () => {
    const started = start({ PORT: 'eighty' })
    expect(await started.ended).toBe(2)
    expect(started.errors()).toMatch(/^PORT is "eighty", .*\n$/)
  })

  it('says in one sentence that the database cannot be used', async () => {
    const started = start({ RUNOFF_DB: folder })
    expect(await started.ended).toBe(1)
    expect(started.errors()).toMatch(/^The database .* cannot be used: .*\.\n$/)
  })

  it('says the same of a database that opens and is damaged further in', async () => {
    const path = join(folder, 'runoff.db')
    const first = start({})
    await urlOf(first)
    first.process.kill('SIGTERM')
    await first.ended
    // All but the first pages, which name the tables.
    writeFileSync(path, readFileSync(path).fill(0xab, 3 * 4096))
    const second = start({})
    expect(await second.ended).toBe(1)
    expect(second.errors()).toMatch(/^The database .* cannot be used: .*\.\n$/)
  })
})
