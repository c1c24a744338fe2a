import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Run } from '@runoff/core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { MetricStore } from '../store/metricStore.ts'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'

const bin = fileURLToPath(new URL('../command/bin.ts', import.meta.url))
const recordScript = fileURLToPath(new URL('testdata/record.ts', import.meta.url))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'runoff-record-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: Buffer
  readonly err: Buffer
}

async function ended(child: ChildProcess): Promise<Ended> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (bytes: Buffer) => out.push(bytes))
  child.stderr?.on('data', (bytes: Buffer) => err.push(bytes))
  return new Promise((resolve) => {
    child.on('close', (code, signal) =>
      resolve({ code, signal, out: Buffer.concat(out), err: Buffer.concat(err) }),
    )
  })
}

/** Writes a script that trains, and returns how it is started. */
function scriptOf(name: string, text: string): readonly string[] {
  const path = join(folder, name)
  writeFileSync(path, text)
  return [process.execPath, path]
}

function start(command: readonly string[]): ChildProcess {
  const stdio = ['pipe', 'pipe', 'pipe'] as const
  // Away from the terminal of whoever runs the tests, where Ctrl-C is taken to reach the program.
  return spawn(command[0] ?? '', command.slice(1), { stdio: [...stdio], detached: true })
}

let databases = 0

function record(command: readonly string[]): { child: ChildProcess; database: string } {
  const database = join(folder, `${databases++}.db`)
  const recording = [process.execPath, '--conditions=@runoff/source', '--no-warnings', recordScript]
  return { child: start([...recording, database, ...command]), database }
}

async function runIn(database: string): Promise<{ store: MetricStore; run: Run }> {
  const store = openSqliteStore(database)
  const [experiment] = await store.listExperiments()
  const { runs } = await store.listRuns({ experimentId: experiment?.id ?? '', limit: 10 })
  const [run] = runs
  if (run === undefined || runs.length > 1) throw new Error(`${runs.length} runs`)
  return { store, run }
}

/** Runs a script with and without us; the outputs and the exit code must be the same. */
async function compare(command: readonly string[]): Promise<{ store: MetricStore; run: Run }> {
  const plain = await ended(start(command))
  const { child, database } = record(command)
  const recorded = await ended(child)
  expect(recorded.out.equals(plain.out)).toBe(true)
  expect(recorded.err.equals(plain.err)).toBe(true)
  expect(recorded.code).toBe(plain.code)
  return runIn(database)
}

async function valuesOf(
  { store, run }: { store: MetricStore; run: Run },
  metric: string,
): Promise<readonly number[]> {
  const [stored] = await store.readSeries(run.id, { metrics: [metric] })
  return Array.from(stored?.series.values ?? [])
}

const trainer = `
for (let step = 10; step <= 50; step += 10) {
  process.stderr.write('\\r' + step + '%|###   | ' + step + '/50')
  console.log("{'loss': " + 50 / step + ", 'step': " + step + ", 'epoch': " + step / 50 + "}")
}
console.log("{'eval_loss': 0.75, 'step': 50, 'epoch': 1.0}")
`

describe('a recorded command', { timeout: 30_000 }, () => {
  it('prints and ends as without us, and each of its points is stored once', async () => {
    const recorded = await compare([...scriptOf('train.js', trainer), '--lr', '3e-4', '--seed=7'])
    expect(recorded.run).toMatchObject({ status: 'completed', seed: '7', step: 50, epoch: 1 })
    expect(recorded.run.name).toMatch(/^train\.js \d{4}-\d\d-\d\d \d\d:\d\d$/)
    expect(Object.fromEntries(recorded.run.params)).toEqual({ lr: 3e-4, seed: 7 })
    expect(recorded.run.endedAtMs).toBeGreaterThanOrEqual(recorded.run.startedAtMs ?? Infinity)
    expect(await valuesOf(recorded, 'train/loss')).toEqual([5, 2.5, 5 / 3, 1.25, 1])
    expect(await valuesOf(recorded, 'eval/loss')).toEqual([0.75])
    const [loss] = await recorded.store.readSeries(recorded.run.id, { metrics: ['train/loss'] })
    expect(loss?.series.timesMs?.every((time) => time >= (recorded.run.startedAtMs ?? 0))).toBe(
      true,
    )
    await recorded.store.close()
  })

  it('keeps what is printed without a line end, and bytes that are no text', async () => {
    const script = `process.stdout.write(Buffer.from([0xff, 0xe2, 0x82])); process.stdout.write("\\n{'loss': 1, 'step': 1}")`
    const recorded = await compare(scriptOf('raw.js', script))
    expect(await valuesOf(recorded, 'train/loss')).toEqual([1])
    const { bytes } = await recorded.store.readLog(recorded.run.id)
    expect(Buffer.from(bytes.subarray(0, 4))).toEqual(Buffer.from([0xff, 0xe2, 0x82, 0x0a]))
    await recorded.store.close()
  })

  it('that crashes has failed, with its exit code and what came before', async () => {
    const script = `console.log("{'loss': 1, 'step': 1}"); console.error('Traceback'); process.exit(3)`
    const recorded = await compare(scriptOf('crash.js', script))
    expect(recorded.run.status).toBe('failed')
    expect(await valuesOf(recorded, 'train/loss')).toEqual([1])
    await recorded.store.close()
  })

  it('that is interrupted decides itself how it ends, and counts as cancelled', async () => {
    const script = `
      process.on('SIGINT', () => { console.log('saving'); process.exit(130) })
      console.log("{'loss': 1, 'step': 1}")
      setInterval(() => {}, 1000)`
    const { child, database } = record(scriptOf('interrupt.js', script))
    const end = ended(child)
    let shown = ''
    child.stdout?.on('data', (bytes: Buffer) => (shown += bytes.toString()))
    await vi.waitFor(() => expect(shown).toContain('loss'), { timeout: 20_000 })
    child.kill('SIGINT')
    const { code, out } = await end
    expect(code).toBe(130)
    expect(out.toString()).toContain('saving')
    const recorded = await runIn(database)
    expect(recorded.run.status).toBe('cancelled')
    await recorded.store.close()
  })

  it('that a signal ends has the exit code which a shell gives it', async () => {
    const { child, database } = record(
      scriptOf('killed.js', `process.kill(process.pid, 'SIGKILL')`),
    )
    expect(await ended(child)).toMatchObject({ code: 137 })
    const recorded = await runIn(database)
    expect(recorded.run.status).toBe('failed')
    await recorded.store.close()
  })

  it('that prints much has all of it shown and kept', async () => {
    const megabytes = Number(process.env['RUNOFF_MEGABYTES'] ?? 12)
    const script = `
      const line = '.'.repeat(1023) + '\\n'
      let left = ${megabytes} * 1024
      const more = () => {
        while (left > 0) {
          left -= 1
          const text = left % 1024 === 0 ? "{'loss': 1, 'step': " + left + "}\\n" : line
          if (!process.stdout.write(text)) return process.stdout.once('drain', more)
        }
      }
      more()`
    const recorded = await compare(scriptOf('much.js', script))
    const { size } = await recorded.store.readLog(recorded.run.id, { maxBytes: 0 })
    expect(size).toBeGreaterThan(megabytes * 1024 * 1000)
    expect(await valuesOf(recorded, 'train/loss')).toHaveLength(megabytes)
    await recorded.store.close()
  })

  it('that is asked to end counts as cancelled, whatever code it ends with', async () => {
    const script = `
      process.on('SIGTERM', () => process.exit(1))
      console.log('ready')
      setInterval(() => {}, 1000)`
    const { child, database } = record(scriptOf('asked.js', script))
    const end = ended(child)
    child.stdout?.once('data', () => child.kill('SIGTERM'))
    expect((await end).code).toBe(1)
    const recorded = await runIn(database)
    expect(recorded.run.status).toBe('cancelled')
    await recorded.store.close()
  })

  it('whose reader goes away learns it, and is kept with how it ended', async () => {
    const script = `
      let step = 0
      process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 9 : 1))
      setInterval(() => console.log("{'loss': 1, 'step': " + step++ + "}"), 10)`
    const given = ['--conditions=@runoff/source', '--no-warnings', bin, 'run', '--db']
    const database = join(folder, 'head.db')
    const script_ = scriptOf('head.js', script)
    const child = start([process.execPath, ...given, database, '--', ...script_])
    const exited = new Promise((resolve) => child.once('exit', resolve))
    child.stdout?.once('data', () => child.stdout?.destroy())
    expect(await exited).toBe(9)
    const recorded = await runIn(database)
    expect(recorded.run.status).toBe('failed')
    expect(await valuesOf(recorded, 'train/loss')).not.toEqual([])
    await recorded.store.close()
  })

  it('that leaves something running is waited for, until a signal says that it is enough', async () => {
    const script = `
      const { spawn } = require('node:child_process')
      const left = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'inherit', detached: true })
      left.unref()
      console.log(left.pid)
      console.log("{'loss': 1, 'step': 1}")
      process.exitCode = 4`
    const { child, database } = record(scriptOf('leaves.js', script))
    let said = ''
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      if (said.includes('still prints')) child.kill('SIGINT')
    })
    const { code, out } = await ended(child)
    process.kill(Number(out.toString().split('\n')[0]), 'SIGKILL')
    expect(code).toBe(4)
    expect(said).toMatch(
      /^notice: \S+ has ended, and what it left running still prints: .*Ctrl-C\.$/m,
    )
    const recorded = await runIn(database)
    expect(recorded.run.status).toBe('failed')
    expect(await valuesOf(recorded, 'train/loss')).toEqual([1])
    await recorded.store.close()
  })

  it('trains even where nothing can be stored, which is said', async () => {
    const database = join(folder, 'no-database.db')
    writeFileSync(database, 'These are notes, and no database.'.repeat(40))
    const given = ['--conditions=@runoff/source', '--no-warnings', bin, 'run', '--db', database]
    const script = scriptOf('kept.js', `setTimeout(() => console.log('trained'), 300)`)
    const child = start([process.execPath, ...given, '--', ...script])
    const end = ended(child)
    child.stdout?.once('data', () => child.kill('SIGKILL'))
    const { out, err } = await end
    expect(out.toString()).toBe('trained\n')
    expect(err.toString()).toMatch(
      /^runoff: What is printed cannot be stored yet, and waits: The database .* is not a database\..*\n$/,
    )
  })

  it('that does not exist is said in one sentence, and leaves no run', async () => {
    const { child, database } = record([join(folder, 'nothing-here')])
    const { code, err } = await ended(child)
    expect(code).toBe(127)
    expect(err.toString()).toMatch(/^notice: .*nothing-here could not be started \(ENOENT\)/)
    const store = openSqliteStore(database)
    expect(await store.listExperiments()).toEqual([])
    await store.close()
  })

  it('reads what we are given to read', async () => {
    const script = `process.stdin.on('data', (bytes) => process.stdout.write(bytes)).on('end', () => process.exit(0))`
    const { child } = record(scriptOf('echo.js', script))
    child.stdin?.end('typed')
    expect((await ended(child)).out.toString()).toBe('typed')
  })
})
