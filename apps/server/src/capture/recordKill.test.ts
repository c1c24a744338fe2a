import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { trials } from '../store/testing.ts'

const recordScript = fileURLToPath(new URL('testdata/record.ts', import.meta.url))

/** Prints a point, and beside it what is none, a thousand times a second until nobody listens. */
const trainer = `
let step = 0
const more = () => {
  let text = ''
  for (let i = 0; i < 10; i++, step++) text += "{'loss': " + step / 8 + ", 'step': " + step + "}\\n"
  process.stdout.write(text)
}
process.stdout.on('error', () => process.exit(1))
setInterval(more, 10)
`
const lineOf = (step: number): string => `{'loss': ${step / 8}, 'step': ${step}}\n`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runoff-record-kill-'))
  writeFileSync(join(folder, 'train.js'), trainer)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Records until so many bytes were acknowledged and a while has passed; returns how many were. */
function recordUntil(database: string, goal: number, waitMs: number): Promise<number> {
  const given = ['--conditions=@runoff/source', '--no-warnings', recordScript, database]
  const child = spawn(process.execPath, [...given, process.execPath, join(folder, 'train.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, RUNOFF_TELL: '1' },
  })
  let told = ''
  const kept = (): number => Number(told.trimEnd().split('\n').at(-1))
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    told += piece
    if (kept() > goal) setTimeout(() => child.kill('SIGKILL'), waitMs)
  })
  return new Promise((resolve) => child.once('close', () => resolve(kept())))
}

describe('a recorder that is killed', () => {
  it(
    'leaves all that it acknowledged, each point once, in a database that is whole',
    { timeout: 30_000 + trials(2) * 5000 },
    async () => {
      const path = join(folder, 'runoff.db')
      const goal = fc.nat({ max: 20_000 })
      const killed = fc.asyncProperty(goal, fc.nat({ max: 300 }), async (bytes, waitMs) => {
        const acknowledged = await recordUntil(path, bytes, waitMs)
        expect(acknowledged).toBeGreaterThan(bytes)
        const store = openSqliteStore(path)
        const { id } = await store.createExperiment('trials')
        const [run] = (await store.listRuns({ experimentId: id, limit: 1 })).runs
        const log = Buffer.from((await store.readLog(run?.id ?? '')).bytes).toString()
        const [loss] = await store.readSeries(run?.id ?? '', { metrics: ['train/loss'] })
        await store.close()
        expect(log.length).toBeGreaterThanOrEqual(acknowledged)
        const lines = log.split('\n').length - 1
        expect(log).toBe(Array.from({ length: lines }, (_, step) => lineOf(step)).join(''))
        const points = Array.from(loss?.series.steps ?? [])
        expect(points).toEqual(points.map((_, step) => step))
        const shown = log.slice(0, acknowledged).split('\n').length - 1
        expect(points.length).toBeGreaterThanOrEqual(shown)
        expect(points.length).toBeLessThanOrEqual(lines)
        const database = new DatabaseSync(path)
        expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
        database.close()
      })
      await fc.assert(killed, { numRuns: trials(2), endOnFailure: true })
    },
  )
})
